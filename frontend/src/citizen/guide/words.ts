import type { ApprovalType, BudgetUnit, ListKind, OnlineDepth, PolicyAudience, TaskType } from '@/gql/citizen/graphql'
import { say, type Language, type Words } from '../language'

export const words = {
  title: ['办事指南', 'Service guide'],
  search: ['找事项', 'Find a service'],
  searchHint: ['名称、拼音或首字母，例如 高龄、gaoling、gl', 'Name, pinyin or initials: 高龄, gaoling, gl'],
  find: ['查找', 'Find'],
  more: ['再显示一些', 'Show more'],
  opening: ['正在打开…', 'Opening…'],
  nothing: ['没有找到。换个说法试试，或拨打 12345 咨询。', 'Nothing found. Try other words, or call 12345.'],
  trouble: ['暂时打不开，请检查网络后再试。', 'It does not open. Check the network and try again.'],
  nowhere: ['这个地址不对', 'No such address'],
  nowhereWhy: ['请重新扫码，或从本区政务服务网站进入。', 'Please scan the code again.'],
  missing: ['没有这个事项', 'No such service'],
  all: ['全部事项', 'All services'],
  cancelled: ['该事项已于 {day} 取消，不再受理。{paper}', 'Cancelled on {day}. {paper}'],
  demo: ['演示数据，材料与时限不构成任何承诺', 'Demo data: nobody’s promise'],
  department: ['决定部门', 'Decided by'],
  type: ['事项类型', 'Kind'],
  approval: ['办件类型', 'Handling'],
  promised: ['承诺时限', 'Promised within'],
  noPromise: ['尚未公布承诺时限', 'No promise published yet'],
  statutory: ['法定时限', 'By law within'],
  visits: ['到现场次数', 'Visits'],
  fee: ['收费', 'Fee'],
  depth: ['网上办理', 'Online'],
  contact: ['咨询和监督', 'Questions and complaints'],
  code: ['事项编码', 'Code'],
  document: ['发布文号', 'Published under'],
  materials: ['需要的材料', 'What to bring'],
  noMaterials: ['没有公布材料清单，请向受理窗口咨询。', 'No list published: please ask at the window.'],
  required: ['必要', 'required'],
  optional: ['非必要', 'optional'],
  issuer: ['由{issuer}出具', 'issued by {issuer}'],
  reusable: ['以前交过的可以复用', 'an earlier one will do'],
  conditions: ['受理条件', 'Conditions'],
  steps: ['办理环节', 'Steps'],
  basis: ['依据', 'Legal basis'],
  about: ['事项信息', 'About this service'],
  where: ['在哪里办', 'Where'],
  enterprises: ['企业专窗', 'for enterprises'],
  nowhereYet: ['请向{department}咨询受理地点。', 'Please ask {department}.'],
  qr: ['本页二维码', 'QR code of this page'],
  showQr: ['手机扫码打开本页', 'Scan to open this page'],
  since: ['第 {no} 版，自 {day} 起', 'Version {no}, since {day}'],
  apply: ['网上申请（不用注册）', 'Apply online (no account needed)'],
  print: ['打印', 'Print'],
  lists: ['权力、负面和责任清单', 'Lists of powers and duties'],
  noLists: ['还没有公布清单。', 'No list has been published yet.'],
  publishedUnder: ['{paper} · {day} 公布 · 第 {no} 版', '{paper} · published {day} · version {no}'],
  policies: ['现在可以申领的政策', 'Policies you can claim now'],
  searchPolicies: ['找政策', 'Find a policy'],
  searchPoliciesHint: ['政策名称、申领对象或优惠内容中的词', 'Words of the title, the claimants or the benefit'],
  noPolicyFound: ['没有找到这样的政策。', 'No such policy was found.'],
  noPolicies: ['现在没有可以申领的政策。', 'There is no policy to claim now.'],
  claimants: ['谁可以申领', 'Who may claim'],
  validity: ['有效期', 'Valid'],
  noEnd: ['长期', 'no end'],
} satisfies Words<string>

export const types: Words<TaskType> = {
  LICENCE: ['行政许可', 'Licence'],
  PAYMENT: ['行政给付', 'Payment'],
  CONFIRMATION: ['行政确认', 'Confirmation'],
  REWARD: ['行政奖励', 'Reward'],
  ADJUDICATION: ['行政裁决', 'Adjudication'],
  OTHER_POWER: ['其他行政权力', 'Other power'],
  PUBLIC_SERVICE: ['公共服务', 'Public service'],
  OTHER: ['其他', 'Other'],
}

export const approvals: Words<ApprovalType> = {
  INSTANT: ['即办件', 'at once'],
  PROMISED: ['承诺件', 'within the promised time'],
  JOINT: ['联办件', 'jointly'],
  HANDED_UP: ['上报件', 'handed up'],
}

export const depths: Words<OnlineDepth> = {
  NONE: ['未上网', 'not online'],
  INFORMED: ['网上可查', 'information'],
  PRE_CHECKED: ['网上预审', 'checked in advance'],
  SUBMITTED: ['网上申报、现场核验', 'submitted online'],
  FULL: ['全程网办', 'wholly online'],
}

export const kinds: Words<ListKind> = {
  POWER: ['权力清单', 'Powers'],
  NEGATIVE: ['负面清单', 'Negative list'],
  RESPONSIBILITY: ['责任清单', 'Responsibilities'],
}

export const audiences: Words<PolicyAudience> = {
  PERSON: ['个人', 'persons'],
  ENTERPRISE: ['企业', 'enterprises'],
  BOTH: ['个人和企业', 'persons and enterprises'],
}

const units: Words<BudgetUnit> = {
  WORKING_DAYS: ['{n} 个工作日', '{n} working days'],
  CALENDAR_DAYS: ['{n} 个自然日', '{n} days'],
  HOURS: ['{n} 小时', '{n} hours'],
}

const sameDay = { sameDay: ['当日办结', 'the same day'] } satisfies Words<string>

/** Null for a limit that nobody has confirmed: no number is invented. */
export function limitText(limit: number | null | undefined, unit: BudgetUnit, language: Language): string | null {
  if (limit === null || limit === undefined) return null
  return limit === 0 ? say(sameDay, language)('sameDay') : say(units, language)(unit, { n: limit })
}
