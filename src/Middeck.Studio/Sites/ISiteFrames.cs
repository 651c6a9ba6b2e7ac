namespace Middeck.Studio.Sites;

/// <summary>Tells whoever serves the page's frame which pages may show it.</summary>
public interface ISiteFrames
{
    /// <summary>
    /// Origins in the form of CSP's host sources, such as <c>https://example.com</c>; <c>*</c> for all; empty for none, as for a page that
    /// does not exist or is switched off.
    /// </summary>
    Task<IReadOnlyList<string>> FindOriginsAsync(string token, CancellationToken cancellationToken);
}
