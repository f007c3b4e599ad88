package cn.lianban.exchange;

import java.nio.file.Path;

/** A file on this machine's disk that is about to be sent, and removed then. */
record Outfile(Path path, String name, OutFormat format) {}
