namespace Middeck.Studio.Tools.Builtin.Web;

/// <summary>What an address answered.</summary>
/// <param name="Address">The last one, behind all redirects.</param>
/// <param name="MediaType">Such as <c>text/html</c>; empty when the server named none.</param>
/// <param name="Charset">As the server named it; null when it named none.</param>
/// <param name="Body">All of it.</param>
internal sealed record FetchedPage(Uri Address, string MediaType, string? Charset, byte[] Body);
