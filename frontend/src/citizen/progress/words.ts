import type { CaseEventKind, CaseStatus } from '@/gql/citizen/graphql'
import type { Words } from '../language'

export const words = {
  title: ['查询办件进度', 'Where is my case?'],
  number: ['办件编号', 'Case number'],
  numberHint: ['受理回执上的 19 位数字，空格可有可无', '19 digits on your receipt, with or without spaces'],
  password: ['查询密码', 'Query password'],
  passwordHint: ['受理回执上的 6 位数字', '6 digits on your receipt'],
  show: ['查询', 'Show'],
  asking: ['正在查询…', 'Asking…'],
  numberLength: ['编号应为 19 位数字，请对照回执', 'The number has 19 digits: please compare with your receipt'],
  numberDigit: ['编号里有数字抄错了，请对照回执', 'A digit is wrong: please compare with your receipt'],
  passwordWrong: ['密码是 6 位数字', 'The password has 6 digits'],
  failed: [
    '没有查到。编号或密码可能不对；连续输错会暂停查询，请过一会儿再试，或持回执到受理窗口查询。',
    'Nothing found. The number or the password may be wrong; after several wrong attempts please wait a while, or ask at the window with your receipt.',
  ],
  offline: ['网络不通，没有查成。请检查网络后再试。', 'No connection. Check the network and try again.'],
  trouble: ['系统暂时出错，请稍后再试。', 'Something broke on our side. Please try again later.'],
  privacy: ['不用登录。请不要把编号和密码告诉别人。', 'No sign-in needed. Do not tell others the number and the password.'],
  state: ['当前状态', 'State'],
  item: ['办理事项', 'Service'],
  acceptUnit: ['受理单位', 'Accepted by'],
  decideUnit: ['决定单位', 'Decided by'],
  receivedAt: ['收件日期', 'Received'],
  dueOn: ['预计办结', 'Expected by'],
  paused: ['计时已暂停', 'Paused'],
  pausedWhy: [
    '正在等补充材料、听证、公示、检验等，这段时间依法不计入办理期限，所以现在没有预计日期；恢复后会重新给出。',
    'Waiting for papers, a hearing, publicity or an examination. By law this time does not count, so there is no expected date now; it comes back when the case goes on.',
  ],
  provisionalWhy: [
    '期限跨到的年份，国家放假安排还没有公布；公布后日期可能前后移动。',
    'The holidays of a year on the way have not been published yet; the date may move when they are.',
  ],
  outcome: ['办理结果', 'Result'],
  PASSED: ['准予（通过）', 'Granted'],
  REFUSED: ['不予（未通过）', 'Refused'],
  outcomeReason: ['理由', 'Reason'],
  decidedAt: ['决定时间', 'Decided'],
  history: ['办理经过', 'History'],
  another: ['再查一件', 'Another case'],
  refresh: ['刷新', 'Refresh'],
  print: ['打印', 'Print'],
} satisfies Words<string>

/** What each state means to somebody who is waiting. */
export const states: Words<CaseStatus> = {
  RECEIVED: ['已收件，正在决定是否受理', 'Received; acceptance is being decided'],
  ACCEPTED: ['已受理，正在办理', 'Accepted and being worked on'],
  HANDED_UP: ['已报送决定单位，等待签收', 'Sent to the deciding unit, which has not signed for it yet'],
  SIGNED: ['决定单位已签收，正在审查', 'With the deciding unit, under review'],
  RETURNED: ['决定单位已退回受理单位处理', 'Sent back to the accepting unit'],
  DECIDED: ['已作出决定，可以领取结果', 'Decided; the result can be collected'],
  DELIVERED: ['已办结，结果已送达', 'Finished; the result has been delivered'],
  WITHDRAWN: ['申请人已撤回', 'Withdrawn by the applicant'],
  NOT_ACCEPTED: ['不予受理', 'Not accepted'],
}

export const steps: Words<CaseEventKind> = {
  RECEIVED: ['收件', 'Received'],
  ACCEPTED: ['受理', 'Accepted'],
  HANDED_UP: ['报送决定单位', 'Sent to the deciding unit'],
  SIGNED: ['决定单位签收', 'Signed for'],
  RETURNED: ['退回受理单位', 'Sent back'],
  SUSPENDED: ['暂停计时', 'Paused'],
  RESUMED: ['恢复计时', 'Resumed'],
  EXTENDED: ['经批准延长期限', 'Extended by approval'],
  DECIDED: ['作出决定', 'Decided'],
  DELIVERED: ['送达结果', 'Result delivered'],
}
