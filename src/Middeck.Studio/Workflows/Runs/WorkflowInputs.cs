using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Storage.Sql;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Nodes;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>Reads what callers give to a graph: values by the start node's variables, and files that belong to the caller.</summary>
internal sealed class WorkflowInputs(GivenFiles files, FileLinks links)
{
    /// <summary>The inputs of a run of a workflow and the files that came beside them.</summary>
    /// <exception cref="FaultException"><c>workflows.invalid_input</c> with the variable, or what is wrong with a file.</exception>
    public async Task<(IReadOnlyDictionary<string, Segment> Inputs, Segment Files)> ReadAsync(
        AppSnapshot app, Person person, JsonElement inputs, JsonElement filesBeside, CancellationToken cancellationToken)
    {
        RefuseForged(app, inputs);
        // The rules of files are those of questions.
        var request = new ChatRequest(app, ChatSource.Console, person, null, null, "", inputs, ConversationId: null) { Files = filesBeside };
        var beside = await files.OfQuestionAsync(request, cancellationToken);
        var (form, _) = await files.OfFormAsync(request, inputs, cancellationToken);
        return (Check(app, inputs, form), FilesOf(beside));
    }

    /// <summary>The inputs by the start node's variables, once files are found.</summary>
    /// <exception cref="FaultException"><c>workflows.invalid_input</c> with the variable.</exception>
    public IReadOnlyDictionary<string, Segment> Check(AppSnapshot app, JsonElement inputs, IReadOnlyList<UsedFile> form)
    {
        RefuseForged(app, inputs);
        if (app.Config.Workflow.Roots.FirstOrDefault(node => node.Type == NodeTypes.Start) is not { } start)
        {
            return NodeResult.NoValues;
        }

        var given = new OrderedDictionary<string, Segment>(SegmentJson.ReadFields(inputs), StringComparer.Ordinal);
        foreach (var field in app.Config.InputForm.Where(field => field.Files is not null))
        {
            Segment[] found = [.. form.Where(used => used.Variable == field.Variable).Select(used => FileOf(used.File))];
            given[field.Variable] = field.Type == InputFieldType.FileList
                ? found.Length > 0 ? Segment.Of(found, SegmentType.ArrayFile) : Segment.None
                : found.FirstOrDefault() ?? Segment.None;
        }

        return StartInputs.Check(start, given, out var values) is { } fault ? throw new FaultException(fault) : values;
    }

    /// <summary>What a trigger delivers when a person tries it out: values as they are given.</summary>
    /// <exception cref="FaultException"><c>workflows.invalid_input</c> with the variable.</exception>
    public static IReadOnlyDictionary<string, Segment> OfTrigger(JsonElement inputs)
    {
        foreach (var input in inputs.ValueKind is JsonValueKind.Object ? inputs.EnumerateObject().ToArray() : [])
        {
            RefuseUnfit(input, isFile: false);
        }

        return SegmentJson.ReadFields(inputs);
    }

    /// <summary>Files as a value.</summary>
    public Segment FilesOf(IEnumerable<UsedFile> used)
        => Segment.Of([.. used.Where(one => one.Variable is null).Select(one => FileOf(one.File))], SegmentType.ArrayFile);

    /// <summary>A file as a value.</summary>
    public Segment FileOf(StoredFile file) => Segment.Of(new FileValue(
        SnakeCase.Of(file.Kind.ToString()),
        file.SourceUrl is null ? FileUploadSettings.Local : FileUploadSettings.Remote,
        file.Id.ToString(),
        file.SourceUrl ?? links.Of(file.WorkspaceId, file.Id),
        file.Name,
        file.Extension.Length > 0 ? "." + file.Extension : "",
        file.MimeType,
        file.Size));

    private static void RefuseForged(AppSnapshot app, JsonElement inputs)
    {
        if (inputs.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        foreach (var input in inputs.EnumerateObject())
        {
            RefuseUnfit(input, app.Config.InputForm.Any(field => field.Files is not null && field.Variable == input.Name));
        }
    }

    private static void RefuseUnfit(JsonProperty input, bool isFile)
    {
        if (!StorableJson.IsStorable(input.Value))
        {
            throw Refuse(input.Name, "holds a character that cannot be kept, such as NUL");
        }

        if (!isFile && ForgedFile.IsIn(input.Value))
        {
            throw Refuse(input.Name, "must not hold a file; declare the variable as one of the type file");
        }
    }

    private static FaultException Refuse(string variable, string rule)
        => new(Fault.Invalid(StartInputs.Code, $"{variable} in input form {rule}.", variable));
}
