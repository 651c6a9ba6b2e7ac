using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Sandbox;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Code;

/// <summary>Runs the author's function in the sandbox and hands on what it declares.</summary>
internal sealed class CodeNode(ICodeSandbox sandbox, IOptions<WorkflowOptions> options) : INodeExecutor
{
    // Of what the code printed: enough to see what happened; it is kept with the run, for people only.
    private const int PrintedLength = 32_000;

    private const string ExecutionError = "CodeExecutionError";

    private readonly CodeOutputCheck _check = new(options.Value);

    public string Type => NodeTypes.Code;

    public async ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var settings = context.Node.Settings(CodeSettings.Read);
        var inputs = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var (name, selector) in settings.Variables)
        {
            inputs[name] = context.Variables.Find(selector) ?? Segment.None;
        }

        if (settings.Language is not { } language)
        {
            return NodeResult.Failure("CodeNodeError", $"Unsupported code language: {settings.LanguageName}") with { Inputs = inputs };
        }

        var outcome = await sandbox.RunAsync(new(language, settings.Code, Json(inputs)), cancellationToken);
        return Read(outcome, settings) with { Inputs = inputs, ProcessData = Process(outcome) };
    }

    private NodeResult Read(CodeOutcome outcome, CodeSettings settings)
    {
        if (outcome.Error is { } error)
        {
            return NodeResult.Failure(ExecutionError, error.Message);
        }

        try
        {
            return NodeResult.Success(_check.Read(outcome.Result!.Value, settings.Outputs));
        }
        catch (CodeOutputException wrong)
        {
            return NodeResult.Failure(wrong.Kind, wrong.Message);
        }
    }

    private static OrderedDictionary<string, Segment> Process(CodeOutcome outcome)
    {
        var process = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var (name, text) in new[] { ("stdout", outcome.Stdout), ("stderr", outcome.Stderr), ("traceback", outcome.Error?.Traceback) })
        {
            if (!string.IsNullOrEmpty(text))
            {
                process[name] = Segment.Of(Cut(text));
            }
        }

        return process;
    }

    private static string Cut(string text) => text.Length <= PrintedLength
        ? text
        : text[..(char.IsHighSurrogate(text[PrintedLength - 1]) ? PrintedLength - 1 : PrintedLength)] + "…";

    private static JsonElement Json(IReadOnlyDictionary<string, Segment> inputs)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            SegmentJson.Write(inputs, writer);
        }

        using var document = JsonDocument.Parse(stream.GetBuffer().AsMemory(0, (int)stream.Length));
        return document.RootElement.Clone();
    }
}
