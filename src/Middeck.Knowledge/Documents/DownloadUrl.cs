namespace Middeck.Knowledge.Documents;

/// <summary>Where the original can be fetched without a header.</summary>
internal sealed record DownloadUrl(string Url);
