using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Middeck.Studio.Chat;
using Middeck.Studio.Files;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Nodes.Llm;

/// <summary>
/// Writes prompts of <c>llm</c> nodes: the author's messages, then the conversation, then the question as the memory puts it. A prompt in
/// one text has the conversation where it says <c>{{#histories#}}</c>, else in front.
/// </summary>
internal sealed class LlmPromptWriter(
    NodeFiles files, Attachments attachments, IOptions<StudioOptions> options, ITemplateRenderer templates)
{
    /// <exception cref="NodeException">The prompt is empty, a template or a file is wrong.</exception>
    public async Task<LlmPrompt> WriteAsync(NodeContext context, LlmSettings settings, CancellationToken cancellationToken)
    {
        var scope = RunScope.Of(context);
        var memory = NodeMemory.IsChat(context) ? settings.Memory : null;
        var turns = memory?.Of(scope, options.Value) ?? [];
        var filler = new LlmFiller(context.Variables, settings, memory?.TextOf(turns) ?? "", templates);
        var drafts = new List<LlmDraft>();
        foreach (var message in settings.Messages)
        {
            drafts.AddRange(await DraftsAsync(scope, filler, message, cancellationToken));
        }

        if (memory is not null && settings.IsOneText)
        {
            PutInFront(drafts, memory.TextOf(turns), filler.HasWrittenHistory);
        }
        else if (memory is not null)
        {
            drafts.AddRange(filler.HasWrittenHistory ? [] : Conversation(turns, settings.Vision.IsOn));
            drafts.AddRange(await DraftsAsync(scope, filler, new LlmMessage("user", memory.Query, IsJinja: false), cancellationToken));
        }

        if (settings.Vision.Of(context.Variables) is { } seen)
        {
            filler.Note("#files#", seen);
            Attach(drafts, await files.FindAsync(scope, seen, cancellationToken));
        }

        drafts.RemoveAll(draft => draft.IsEmpty);
        if (drafts is [.., { Role: "system" } last] && drafts.TrueForAll(draft => draft.Role == "system"))
        {
            // Many apps have nothing but an instruction, and many providers want a question: then the last instruction is it.
            drafts[^1] = last with { Role = "user" };
        }

        return drafts.Count > 0
            ? new LlmPrompt(await ReadAsync(drafts, settings.Vision.Detail, cancellationToken), filler.Inputs)
            : throw new NodeException(
                "NoPromptFoundError", "The node has nothing to tell its model. Write a prompt, or see why all that it refers to is empty.");
    }

    private static void PutInFront(List<LlmDraft> drafts, string conversation, bool isWritten)
    {
        if (conversation.Length > 0 && !isWritten && drafts is [var only, ..])
        {
            drafts[0] = only with { Text = $"{conversation}\n{only.Text}" };
        }
    }

    private static IEnumerable<LlmDraft> Conversation(IEnumerable<ChatTurn> turns, bool withFiles)
    {
        foreach (var turn in turns)
        {
            var question = new LlmDraft("user", turn.Query);
            question.Files.AddRange(withFiles ? turn.Files : []);
            yield return question;
            yield return new LlmDraft("assistant", turn.Answer);
        }
    }

    // Only a person's message can hold files.
    private async Task<IReadOnlyList<LlmDraft>> DraftsAsync(
        RunScope scope, LlmFiller filler, LlmMessage message, CancellationToken cancellationToken)
    {
        var (text, values) = await filler.FillAsync(message, cancellationToken);
        var draft = new LlmDraft(message.Role, text);
        var beside = message.Role == "user" ? draft : new LlmDraft("user", "");
        foreach (var value in values)
        {
            beside.Files.AddRange(await files.FindAsync(scope, value, cancellationToken));
        }

        return ReferenceEquals(draft, beside) ? [draft] : [draft, beside];
    }

    private static void Attach(List<LlmDraft> drafts, IReadOnlyList<StoredFile> seen)
    {
        if (drafts is not [.., { Role: "user" }])
        {
            drafts.Add(new LlmDraft("user", ""));
        }

        var last = drafts[^1];
        last.Files.AddRange(seen.Where(file => last.Files.All(known => known.Id != file.Id)));
    }

    private async Task<List<ChatMessage>> ReadAsync(List<LlmDraft> drafts, string? detail, CancellationToken cancellationToken)
    {
        // The latest matter most: they are read first, as far as there is room.
        var read = await attachments.ReadAsync(drafts.AsEnumerable().Reverse().SelectMany(draft => draft.Files), cancellationToken);
        return [.. drafts.Select(draft => draft.Role == "user"
            ? FilePrompt.Write(draft.Text, draft.Files.Select(file => read[file.Id]), detail)
            : new ChatMessage(new ChatRole(draft.Role), draft.Text))];
    }
}
