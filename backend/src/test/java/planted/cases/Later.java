package planted.cases;

/** What an earlier room must not know. */
public class Later {}
