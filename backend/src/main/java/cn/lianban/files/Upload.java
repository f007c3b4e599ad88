package cn.lianban.files;

/**
 * Where and how to send a file: {@code PUT path} with the ticket in the header {@code
 * Upload-Ticket}, the position in {@code Upload-Offset}.
 *
 * @param received bytes that lie here already: a broken upload goes on there
 */
public record Upload(String path, String ticket, long received) {}
