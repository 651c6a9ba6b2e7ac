using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Middeck.Operations.Entry.Certificates;

/// <summary>Reads certificates as operators have them: a pair of PEM files, one PEM file with everything, or PFX.</summary>
internal static class CertificateFiles
{
    private const string PemMark = "-----BEGIN";

    /// <summary>Reads the certificate, its key and its chain.</summary>
    /// <exception cref="RefusedException">A file is missing or unreadable, or the key does not fit.</exception>
    public static EntryCertificate Read(string certificateFile, string keyFile, string password)
    {
        try
        {
            return IsPem(certificateFile)
                ? ReadPem(certificateFile, keyFile, password)
                : ReadPfx(certificateFile, password);
        }
        catch (Exception ex) when (ex is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RefusedException(
                ExitCode.EntryCertificate, CertificateMessages.Unreadable(certificateFile, keyFile, ex.Message), ex);
        }
    }

    /// <summary>Changes whenever one of the files does.</summary>
    public static string StampOf(string certificateFile, string keyFile)
        => string.Join('|', new[] { certificateFile, keyFile }.Where(file => file.Length > 0)
            .Select(file => new FileInfo(file))
            .Select(file => file.Exists ? $"{file.LastWriteTimeUtc.Ticks}:{file.Length}" : "missing"));

    private static bool IsPem(string file)
    {
        using var reader = new StreamReader(file);
        var start = new char[4096];
        var read = reader.ReadBlock(start);
        return start.AsSpan(0, read).Contains(PemMark, StringComparison.Ordinal);
    }

    private static EntryCertificate ReadPem(string certificateFile, string keyFile, string password)
    {
        var keys = keyFile.Length > 0 ? keyFile : certificateFile;
        var leaf = password.Length > 0
            ? X509Certificate2.CreateFromEncryptedPemFile(certificateFile, password, keys)
            : X509Certificate2.CreateFromPemFile(certificateFile, keys);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificateFile);
        return new EntryCertificate(leaf, Without(chain, leaf));
    }

    private static EntryCertificate ReadPfx(string file, string password)
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password);
        var leaf = all.FirstOrDefault(certificate => certificate.HasPrivateKey)
            ?? throw new CryptographicException("The file holds no certificate with a private key.");
        return new EntryCertificate(leaf, Without(all, leaf));
    }

    private static X509Certificate2Collection Without(X509Certificate2Collection all, X509Certificate2 leaf)
        => [.. all.Where(certificate => certificate.Thumbprint != leaf.Thumbprint)];
}
