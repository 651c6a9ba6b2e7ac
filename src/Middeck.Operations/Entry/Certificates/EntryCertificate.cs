using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Middeck.Operations.Entry.Certificates;

/// <summary>A certificate with its key and the ones above it.</summary>
/// <param name="Leaf">The server's own, with its private key.</param>
/// <param name="Chain">Those that lead to an authority which browsers know; may be empty.</param>
internal sealed record EntryCertificate(X509Certificate2 Leaf, X509Certificate2Collection Chain)
{
    /// <summary>From then on it is time to renew: a fortnight before the end.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(14);

    public DateTimeOffset NotBefore => Leaf.NotBefore.ToUniversalTime();

    public DateTimeOffset NotAfter => Leaf.NotAfter.ToUniversalTime();

    /// <summary>SHA-256 of the certificate as browsers show it: pairs of hexadecimal digits with colons.</summary>
    public string Fingerprint => string.Join(':', Convert.ToHexString(Leaf.GetCertHash(HashAlgorithmName.SHA256)).Chunk(2)
        .Select(pair => new string(pair)));

    /// <summary>The names and addresses that it is valid for.</summary>
    public IReadOnlyList<string> Names => Leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault() is { } names
        ? [.. names.EnumerateDnsNames(), .. names.EnumerateIPAddresses().Select(address => address.ToString())]
        : [Leaf.GetNameInfo(X509NameType.DnsName, forIssuer: false)];

    /// <summary>What the handshake needs. Offline: nobody is asked for missing certificates of the chain.</summary>
    public SslStreamCertificateContext ForHandshake() => SslStreamCertificateContext.Create(Leaf, Chain, offline: true);

    /// <summary><c>valid</c>, <c>expiring</c>, <c>expired</c> or <c>not_yet_valid</c>.</summary>
    public string StateAt(DateTimeOffset now)
        => now > NotAfter ? "expired"
            : now < NotBefore ? "not_yet_valid"
            : now + Notice > NotAfter ? "expiring"
            : "valid";
}
