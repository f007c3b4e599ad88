package cn.lianban.clock;

/** Why a clock may stand still: 补齐补正, 听证, 公示, 检验检测与专家评审, 核实, 挂起 (行政许可法 Art. 45). */
public enum SuspensionReason {
  SUPPLEMENT,
  HEARING,
  PUBLICITY,
  EXAMINATION,
  VERIFICATION,
  HOLD
}
