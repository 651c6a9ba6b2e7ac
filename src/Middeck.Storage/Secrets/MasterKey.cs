using System.Security.Cryptography;
using Middeck.Storage.Files;

namespace Middeck.Storage.Secrets;

/// <summary>The 32 bytes that all secrets of an installation are encrypted with, and the id that each ciphertext carries.</summary>
internal sealed class MasterKey
{
    public const int Length = 32;

    public MasterKey(ReadOnlySpan<byte> bytes)
    {
        Bytes = bytes.ToArray();
        // Tells keys apart without telling anything about them.
        Id = Convert.ToHexStringLower(SHA256.HashData([.. "middeck master key id"u8, .. bytes]).AsSpan(0, 4));
    }

    public byte[] Bytes { get; }

    public string Id { get; }

    public static MasterKey Load(SecretVaultOptions options)
        => options.Key.Length > 0 ? Parse(options.Key) : FromFile(options.KeyFile);

    private static MasterKey Parse(string text)
    {
        var buffer = new byte[64];
        if (text.Length == Length * 2 && Convert.FromHexString(text, buffer, out _, out var hex) == 0 && hex == Length)
        {
            return new MasterKey(buffer.AsSpan(0, Length));
        }

        if (Convert.TryFromBase64String(text, buffer, out var base64) && base64 == Length)
        {
            return new MasterKey(buffer.AsSpan(0, Length));
        }

        throw new InvalidOperationException("secrets.key must be 32 bytes as hex or base64: openssl rand -base64 32.");
    }

    private static MasterKey FromFile(string path)
    {
        try
        {
            return new MasterKey(ReadExactly(path));
        }
        catch (Exception ex) when (ex is FileNotFoundException or DirectoryNotFoundException)
        {
            return Create(path);
        }
    }

    private static byte[] ReadExactly(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes.Length == Length
            ? bytes
            : throw new InvalidOperationException(
                $"The master key {path} has {bytes.Length} bytes instead of {Length}. Put the right file back from a backup; "
                + "a new key could not read the secrets in the database.");
    }

    private static MasterKey Create(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(
            folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var bytes = RandomNumberGenerator.GetBytes(Length);
        var draft = $"{path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        using (var file = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        // Whoever comes first wins; a second process that starts at this moment takes the first one's key.
        try
        {
            File.Move(draft, path, overwrite: false);
            // What is encrypted next must not outlive the key's name in a power cut.
            DurableFolder.Sync(folder);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
            bytes = ReadExactly(path);
        }

        return new MasterKey(bytes);
    }
}
