namespace Middeck.Operations.Backup.Encryption;

/// <summary>No encryption.</summary>
internal sealed class PlainCipher : IBackupCipher
{
    public string Method => "none";

    public string Ending => "";

    public string PoolId => "plain";

    public Task SealAsync(Stream sealedContent, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
        => write(sealedContent, cancellationToken);

    public Task OpenAsync(Stream sealedContent, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
        => read(sealedContent, cancellationToken);
}
