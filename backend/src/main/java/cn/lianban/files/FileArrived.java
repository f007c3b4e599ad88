package cn.lianban.files;

/**
 * A file is complete and recorded; told inside its transaction. A listener that throws {@link
 * cn.lianban.graphql.Rejected} refuses it.
 */
public record FileArrived(long fileId, String subjectKind, long subjectId, FileSource source) {}
