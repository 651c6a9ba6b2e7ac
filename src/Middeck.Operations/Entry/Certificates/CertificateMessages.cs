using System.Globalization;
using Middeck.Operations.Language;

namespace Middeck.Operations.Entry.Certificates;

internal static class CertificateMessages
{
    public static Message Unreadable(string certificateFile, string keyFile, string reason) => new(
        $"The entry's certificate {Files(certificateFile, keyFile)} cannot be used ({Message.Quote(reason)}). Give entry.certificate_file a PEM chain with its key, or a PFX file and its password.",
        $"统一入口的证书 {Files(certificateFile, keyFile)} 无法使用（{Message.Quote(reason)}）。请为 entry.certificate_file 提供 PEM 证书链及私钥，或 PFX 文件及其密码。");

    public static Message Off() => new(
        "The entry has no certificate: entry.tls is off. Switch it on with entry.tls: file or local in middeck.yaml.",
        "统一入口未启用证书：entry.tls 为 off。请在 middeck.yaml 中设置 entry.tls: file 或 local。");

    public static Message Expired(DateTimeOffset end) => new(
        $"The entry's certificate expired on {Day(end)}: browsers refuse it. Put a new one in its place; it is read without a restart.",
        $"统一入口的证书已于 {Day(end)} 过期，浏览器会拒绝访问。请替换证书文件，无需重启。");

    public static Message Expiring(DateTimeOffset end) => new(
        $"The entry's certificate expires on {Day(end)}. Put a new one in its place; it is read without a restart.",
        $"统一入口的证书将于 {Day(end)} 过期。请替换证书文件，无需重启。");

    public static Message NotYetValid(DateTimeOffset start) => new(
        $"The entry's certificate is valid from {Day(start)} only. Check the clock of this machine, or the certificate.",
        $"统一入口的证书自 {Day(start)} 起才有效。请检查本机时钟或证书。");

    public static Message? Of(EntryCertificate certificate, DateTimeOffset now) => certificate.StateAt(now) switch
    {
        "expired" => Expired(certificate.NotAfter),
        "expiring" => Expiring(certificate.NotAfter),
        "not_yet_valid" => NotYetValid(certificate.NotBefore),
        _ => null,
    };

    private static string Files(string certificateFile, string keyFile)
        => keyFile.Length > 0 ? $"{certificateFile}, {keyFile}" : certificateFile;

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
