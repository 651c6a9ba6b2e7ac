namespace Middeck.Knowledge.Sources.Web;

/// <summary>Addresses of pages, in the one form that is their key.</summary>
internal static class WebAddress
{
    private const int MaxLength = 2000;

    /// <summary>Null when it is no address of a web page.</summary>
    public static Uri? Parse(string text, Uri? from = null)
        => (from is null ? Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) : Uri.TryCreate(from, text.Trim(), out address))
            && address.Scheme is "http" or "https"
            && address.UserInfo.Length == 0
            && address.AbsoluteUri.Length <= MaxLength
            ? WithoutFragment(address)
            : null;

    public static Uri WithoutFragment(Uri address)
        => address.Fragment.Length == 0 ? address : new UriBuilder(address) { Fragment = "" }.Uri;

    /// <summary>Whether two addresses are of one site; www.example.org is example.org.</summary>
    public static bool IsSameSite(Uri first, Uri second)
        => first.Port == second.Port
            ? Bare(first.Host) == Bare(second.Host)
            : first.IsDefaultPort && second.IsDefaultPort && Bare(first.Host) == Bare(second.Host);

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
