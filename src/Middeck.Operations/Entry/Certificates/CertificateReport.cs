using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Language;

namespace Middeck.Operations.Entry.Certificates;

/// <summary>What can be said of the entry's certificate without serving with it.</summary>
/// <param name="File">Where it is kept.</param>
/// <param name="Names">The names and addresses that it is valid for.</param>
/// <param name="Issuer">Who signed it.</param>
/// <param name="Fingerprint">SHA-256 as browsers show it.</param>
/// <param name="NotBefore">Its first moment.</param>
/// <param name="NotAfter">Its last.</param>
/// <param name="State"><c>valid</c>, <c>expiring</c> (within 14 days), <c>expired</c> or <c>not_yet_valid</c>.</param>
/// <param name="Warning">What to do; null while it is valid.</param>
public sealed record CertificateReport(
    string File,
    IReadOnlyList<string> Names,
    string Issuer,
    string Fingerprint,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string State,
    Message? Warning)
{
    /// <summary>Reads it; a local one that is not there yet is made.</summary>
    /// <exception cref="RefusedException">The entry has none, or it cannot be used.</exception>
    public static CertificateReport Of(ServerOptions server, EntryOptions entry, DateTimeOffset now)
    {
        if (entry.Tls == EntryTls.Off)
        {
            throw new RefusedException(ExitCode.EntryCertificate, CertificateMessages.Off());
        }

        var certificate = CertificateSource.Read(server, entry, now);
        return new CertificateReport(
            entry.Tls == EntryTls.Local ? LocalCertificate.FileOf(new MiddeckHome(server.Home)) : entry.CertificateFile,
            certificate.Names,
            certificate.Leaf.Issuer,
            certificate.Fingerprint,
            certificate.NotBefore,
            certificate.NotAfter,
            certificate.StateAt(now),
            CertificateMessages.Of(certificate, now));
    }
}
