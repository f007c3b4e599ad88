/** `/guide/511602/` lists, `/guide/511602/<item>` is one guide, `…/lists` and `…/policies` the library; `?q=` is what was searched. */
export interface Place {
  district: string
  item: string | null
}

export function placeOf(path: string): Place | null {
  const found = /^\/guide\/(\d{6})(?:\/([\w-]+))?\/?$/.exec(path)
  return found ? { district: found[1] || '', item: found[2] || null } : null
}

export const addressOf = ({ district, item }: Place): string => `/guide/${district}/${item || ''}`
