package planted.cases;

/** Planted: a fetcher others could call. */
public class PublicFetcher {}
