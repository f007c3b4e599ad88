const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An identity card number of nobody: district, birthday, sequence and the check character of GB 11643. */
export function identityCard(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0)
  return seventeen + '10X98765432'[sum % 11]
}

export const APPLICANT = { name: '欧阳·测试', idCard: identityCard('51160219900307123') }
