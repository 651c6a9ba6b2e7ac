using Middeck.Core.Errors;
using Middeck.Http.Outbound;

namespace Middeck.Studio.Files;

/// <summary>
/// Fetches files that questions refer to by address, through the workspace's guarded way out: private addresses are refused,
/// also behind a redirect.
/// </summary>
internal sealed class RemoteFiles(WorkspaceOutbound outbound, FileIntake intake, FileKinds kinds, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="FaultException"><c>files.invalid_reference</c> when it cannot be had, and what <see cref="FileIntake"/> refuses.</exception>
    public async Task<StoredFile> FetchAsync(
        FileOwner owner, Uri address, string field, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await FetchAsync(owner, address, field, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw FileFaults.Refused(field, $"{address.Host} took longer than {Patience.TotalSeconds} seconds to send the file.");
        }
        catch (HttpRequestException ex) when ((ex as OutboundRefusedException ?? ex.InnerException) is OutboundRefusedException refused)
        {
            throw FileFaults.Refused(field, refused.Message);
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException)
        {
            throw FileFaults.Refused(field, $"The file could not be fetched from {address.Host}.");
        }

        async Task<StoredFile> FetchAsync(FileOwner who, Uri from, string named, CancellationToken token)
        {
            // The handler is shared and stays.
            using var http = new HttpMessageInvoker(outbound.HandlerFor(who.WorkspaceId), disposeHandler: false);
            using var answer = await FollowedGet.AskAsync(http, from, reason => FileFaults.Refused(named, reason), token);
            var name = NameOf(answer, from);
            await using var content = await DownloadAsync(answer, intake.MaxBytesOf(name), token);
            return await intake.KeepAsync(who, name, content, address.ToString(), token);
        }
    }

    // On disk: a file may be larger than what should be in memory, and its beginning is looked at before it is kept.
    private static async Task<FileStream> DownloadAsync(
        HttpResponseMessage answer, long most, CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentLength > most)
        {
            throw FileFaults.TooLarge(most);
        }

        var copy = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (copy.Length + read > most)
                {
                    throw FileFaults.TooLarge(most);
                }

                await copy.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    private string NameOf(HttpResponseMessage answer, Uri address)
    {
        var headers = answer.Content.Headers;
        var name = FileNames.Clean(
            headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName?.Trim('"')
            ?? Uri.UnescapeDataString(address.AbsolutePath));
        if (name.Length == 0)
        {
            name = "file";
        }

        return FileKinds.ExtensionOf(name).Length > 0
            || kinds.ExtensionOfType(headers.ContentType?.MediaType) is not { Length: > 0 } extension
                ? name
                : $"{name}.{extension}";
    }
}
