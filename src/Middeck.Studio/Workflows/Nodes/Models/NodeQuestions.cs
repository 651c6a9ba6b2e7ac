using Microsoft.Extensions.AI;
using Middeck.Studio.Files;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>Writes a person's message with the files that the node's model sees.</summary>
internal sealed class NodeQuestions(NodeFiles files, Attachments attachments)
{
    /// <exception cref="Middeck.Workflows.NodeException">A file is gone or cannot be fetched.</exception>
    public async Task<ChatMessage> WriteAsync(
        NodeContext context, string words, NodeVision vision, CancellationToken cancellationToken)
    {
        var seen = await files.FindAsync(RunScope.Of(context), vision.Of(context.Variables), cancellationToken);
        var read = await attachments.ReadAsync(seen, cancellationToken);
        return FilePrompt.Write(words, seen.Select(file => read[file.Id]), vision.Detail);
    }
}
