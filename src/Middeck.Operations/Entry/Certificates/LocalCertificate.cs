using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Middeck.Operations.Configuration;
using Middeck.Operations.Entry.Routes;
using Middeck.Operations.Home;

namespace Middeck.Operations.Entry.Certificates;

/// <summary>A certificate that this machine signs for itself, kept with its key in one file that only the owner reads.</summary>
internal static class LocalCertificate
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // Browsers take none that is valid for longer.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(397);
    private static readonly TimeSpan Renewal = TimeSpan.FromDays(30);

    /// <summary>Where it is kept.</summary>
    public static string FileOf(MiddeckHome home) => Path.Combine(home.Keys, "entry-local.pem");

    /// <summary>The kept one; a new one when there is none, when it ends within 30 days, or when a name is missing in it.</summary>
    public static EntryCertificate Ensure(MiddeckHome home, ServerOptions server, EntryOptions entry, DateTimeOffset now)
    {
        var file = FileOf(home);
        var names = NamesOf(server, entry);
        if (File.Exists(file) && CertificateFiles.Read(file, "", "") is var kept
            && now + Renewal < kept.NotAfter && names.All(name => kept.Names.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            return kept;
        }

        Directory.CreateDirectory(home.Keys);
        PrivateFile.Write(file, Encoding.ASCII.GetBytes(Make(names, now)));
        return CertificateFiles.Read(file, "", "");
    }

    private static List<string> NamesOf(ServerOptions server, EntryOptions entry)
    {
        var names = new List<string>(OwnPlaces.HostNamesOf(server, entry)) { "localhost", Environment.MachineName, "127.0.0.1", "::1" };
        if (IPAddress.TryParse(server.Address, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any))
        {
            names.Add(address.ToString());
        }

        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static string Make(List<string> names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}, O=Middeck", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                alternatives.AddIpAddress(address);
            }
            else
            {
                alternatives.AddDnsName(name);
            }
        }

        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        // An hour back: clocks of other machines may be slow.
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now + Lifetime);
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }
}
