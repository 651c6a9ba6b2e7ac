using Middeck.Studio.Answering;
using Middeck.Studio.Chat;
using Middeck.Studio.Files;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Agents;

/// <summary>Keeps what tools make with the conversation, and shows it to those who watch.</summary>
internal sealed class MadeFiles(FileIntake intake, FileStore store, FileLinks links)
{
    /// <exception cref="Core.Errors.FaultException">What <see cref="FileIntake"/> refuses.</exception>
    public async Task<IReadOnlyList<MessageFile>> KeepAsync(
        Turn turn, Guid callId, IReadOnlyList<ToolFile> files, CancellationToken cancellationToken)
    {
        var (run, kept) = (turn.Run, new List<MessageFile>(files.Count));
        var owner = new FileOwner(run.Request.App.WorkspaceId, run.Request.App.Id, run.Request.Person);
        foreach (var file in files)
        {
            using var content = new MemoryStream(file.Content.ToArray(), writable: false);
            var stored = await intake.KeepAsync(owner, file.Name, content, sourceUrl: null, cancellationToken);
            await store.ClaimAsync(stored.Id, run.ConversationId, cancellationToken);
            var made = new MessageFile(stored.Id, stored.Name, stored.MimeType, stored.Kind, stored.Size, SourceUrl: null);
            kept.Add(made);
            run.Stream.Publish(new RunEvent.FileMade(callId, links.Show(owner.WorkspaceId, made)));
        }

        return kept;
    }
}
