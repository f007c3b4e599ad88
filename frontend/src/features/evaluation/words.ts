export const zh = {
  grade: '评价',
  allGrades: '全部',
  month: '月份',
  options: '选项',
  comment: '意见',
  case: '办件',
  sealed: '不公开（当月未结束或不足五件）',
  own: '本系统',
  none: '没有符合条件的评价',
}

export const en: typeof zh = {
  grade: 'Rating',
  allGrades: 'All',
  month: 'Month',
  options: 'Options',
  comment: 'Comment',
  case: 'Case',
  sealed: 'Sealed (month not over, or fewer than five)',
  own: 'This system',
  none: 'No ratings fit',
}
