using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Middeck.Operations.Configuration;
using Middeck.Operations.Language;

namespace Middeck.Operations.Checks.Production;

/// <summary>Whether the certificates that are configured, and those in <c>keys/</c>, can be read and are in their time.</summary>
internal sealed class CertificatesCheck() : LocalCheck(
    "certificates", new Message("The certificates are valid", "证书有效"), isReadiness: true)
{
    private static readonly string[] Endings = [".crt", ".pem", ".cer"];
    private static readonly string[] Containers = [".pfx", ".p12"];

    protected override IEnumerable<Finding> Find(CheckScene scene)
    {
        var configured = Configured(scene).ToList();
        return configured.Concat(Generated(scene)).Distinct()
            .SelectMany(path => Judge(scene, path, isConfigured: configured.Contains(path)));
    }

    private static IEnumerable<string> Configured(CheckScene scene)
        => scene.Configuration.Providers.OfType<ConfigurationLayer>()
            .SelectMany(layer => layer.Entries)
            .Where(entry => (entry.Key.EndsWith("certificate", StringComparison.Ordinal)
                    || entry.Key.EndsWith("certificatefile", StringComparison.Ordinal))
                && entry.Value is { Length: > 0 })
            .Select(entry => Path.GetFullPath(entry.Value!, scene.Home.Root));

    private static IEnumerable<string> Generated(CheckScene scene)
        => Directory.Exists(scene.Home.Keys) ? Directory.EnumerateFiles(scene.Home.Keys).Where(IsCertificate) : [];

    private static bool IsCertificate(string path) => Endings.Contains(Path.GetExtension(path));

    private static IEnumerable<Finding> Judge(CheckScene scene, string path, bool isConfigured)
    {
        try
        {
            using var certificate = Containers.Contains(Path.GetExtension(path))
                ? X509CertificateLoader.LoadPkcs12FromFile(path, scene.Configuration["entry:certificatepassword"])
                : X509CertificateLoader.LoadCertificateFromFile(path);
            return OfTime(scene, path, certificate, isConfigured) is { } finding ? [finding] : [];
        }
        catch (Exception ex) when (ex is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // A file of keys only is none of ours to judge; one that was named as a certificate is.
            return isConfigured ? [Unreadable(path, ex.Message)] : [];
        }
    }

    private static Finding Unreadable(string path, string reason) => new(
        "certificates.unreadable",
        Severity.Critical,
        new Message(
            $"The certificate {path} cannot be read: {Message.Sentence(reason)}", $"无法读取证书 {path}：{Message.Quote(reason)}。"),
        $"openssl x509 -in {path} -noout -dates");

    private static Finding? OfTime(CheckScene scene, string path, X509Certificate2 certificate, bool isConfigured)
    {
        var now = scene.Clock.GetUtcNow();
        var (from, to) = (new DateTimeOffset(certificate.NotBefore), new DateTimeOffset(certificate.NotAfter));
        var (code, severity, sentence) = true switch
        {
            _ when now > to => ("certificates.expired", Severity.Critical, new Message(
                $"The certificate {path} ({certificate.Subject}) expired on {to:yyyy-MM-dd}.",
                $"证书 {path}（{certificate.Subject}）已于 {to:yyyy-MM-dd} 过期。")),
            _ when now < from => ("certificates.not_yet_valid", Severity.Critical, new Message(
                $"The certificate {path} ({certificate.Subject}) is valid from {from:yyyy-MM-dd} on. Is the clock right?",
                $"证书 {path}（{certificate.Subject}）自 {from:yyyy-MM-dd} 起有效，系统时间是否正确？")),
            _ when now > to - TimeSpan.FromDays(scene.Options.CertificateDays) => ("certificates.expires_soon", Severity.Warning, new Message(
                $"The certificate {path} ({certificate.Subject}) expires on {to:yyyy-MM-dd}.",
                $"证书 {path}（{certificate.Subject}）将于 {to:yyyy-MM-dd} 过期。")),
            _ => ("", Severity.Info, new Message("", "")),
        };
        return code.Length == 0
            ? null
            : new Finding(code, severity, sentence, CommandFor(path, certificate, isConfigured))
            {
                Repair = isConfigured || code == "certificates.not_yet_valid" ? null : SetAside(path),
            };
    }

    private static string CommandFor(string path, X509Certificate2 certificate, bool isConfigured)
        => isConfigured && certificate.Subject != certificate.Issuer
            ? "sudo certbot renew && middeck restart"
            : $"mv {path} {path}.expired && middeck restart";

    // One that we made ourselves is made again at the next start.
    private static Repair SetAside(string path) => Repair.Of(
        new Message(
            $"Set {path} aside? The next start makes a new one.", $"将 {path} 移到一旁？下次启动时会生成新证书。"),
        () => File.Move(path, $"{path}.expired", overwrite: true));
}
