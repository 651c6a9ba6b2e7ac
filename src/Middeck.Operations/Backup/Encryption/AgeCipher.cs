using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Middeck.Operations.Backup.Database;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Backup.Encryption;

/// <summary>The program <c>age</c> (age-encryption.org/v1): sealed for a public key, opened with the private one.</summary>
/// <param name="recipient">The public key; empty when there is only something to open.</param>
/// <param name="identityFile">The file with the private key; empty when there is only something to seal.</param>
internal sealed class AgeCipher(string recipient, string identityFile) : IBackupCipher
{
    public string Method => "age";

    public string Ending => ".age";

    public string PoolId => $"age-{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(recipient)).AsSpan(0, 6))}";

    public string Recipient => recipient;

    public async Task SealAsync(
        Stream sealedContent, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var failure = await RunAsync(["age", "--encrypt", "-r", recipient], write, Into(sealedContent), cancellationToken);
        if (failure is not null)
        {
            throw new RefusedException(ExitCode.BackupKey, BackupMessages.AgeFailed(failure));
        }
    }

    public async Task OpenAsync(
        Stream sealedContent, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        if (identityFile.Length == 0)
        {
            throw new RefusedException(ExitCode.BackupKey, BackupMessages.IdentityNeeded());
        }

        var failure = await RunAsync(
            ["age", "--decrypt", "-i", identityFile],
            (input, token) => sealedContent.CopyToAsync(input, 128 * 1024, token),
            read,
            cancellationToken);
        if (failure is not null)
        {
            throw failure.Contains("no identity matched", StringComparison.Ordinal)
                ? new RefusedException(ExitCode.BackupKey, BackupMessages.WrongIdentity(identityFile))
                : new DamagedFileException(failure);
        }
    }

    /// <summary>Refuses early when the program is missing or the key is none.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (recipient.Length > 0)
        {
            await SealAsync(Stream.Null, (_, _) => Task.CompletedTask, cancellationToken);
        }
    }

    private static Func<Stream, CancellationToken, Task> Into(Stream target)
        => (output, token) => output.CopyToAsync(target, 128 * 1024, token);

    private static async Task<string?> RunAsync(
        string[] arguments,
        Func<Stream, CancellationToken, Task> write,
        Func<Stream, CancellationToken, Task> read,
        CancellationToken cancellationToken)
    {
        try
        {
            return await PipedProcess.RunAsync(new ProcessCommand(arguments), write, read, cancellationToken);
        }
        catch (Win32Exception ex)
        {
            throw new RefusedException(ExitCode.BackupKey, BackupMessages.AgeMissing(), ex);
        }
    }
}
