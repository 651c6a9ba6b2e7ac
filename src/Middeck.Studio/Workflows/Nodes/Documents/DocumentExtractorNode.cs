using Middeck.Core.Errors;
using Middeck.Knowledge;
using Middeck.Studio.Configuration;
using Middeck.Studio.Files;
using Middeck.Workflows;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Documents;

/// <summary>Reads files into text: one file into one text, a list of files into a list of texts.</summary>
internal sealed class DocumentExtractorNode(RunFiles files, FileTexts texts, IDocumentText documents) : INodeExecutor
{
    public string Type => NodeTypes.DocumentExtractor;

    public async ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var selector = Selector.Read(context.Node.Data, "variable_selector");
        var variable = context.Variables.Find(selector)
            ?? throw new NodeException("FileVariableNotFoundError", $"File variable not found for selector: {selector}");
        if (variable.File is null && variable is not { IsArray: true } && !variable.IsNone)
        {
            throw new NodeException("FileVariableTypeError", $"{selector} is {SegmentTypes.NameOf(variable.Type)}; a file or a list of files is needed.");
        }

        var read = new List<Segment>();
        foreach (var item in variable.IsArray ? variable.Items : variable.IsNone ? [] : [variable])
        {
            read.Add(Segment.Of(await ReadAsync(item, selector, context, cancellationToken)));
        }

        var isList = variable.IsArray || context.Node.Data.Member("is_array_file").Flag() == true;
        return NodeResult.Success(new OrderedDictionary<string, Segment>
        {
            ["text"] = isList ? Segment.Of(read, SegmentType.ArrayString) : read is [var only] ? only : Segment.Empty,
        }) with
        { Inputs = new OrderedDictionary<string, Segment> { ["variable_selector"] = variable } };
    }

    private async Task<string> ReadAsync(Segment item, Selector selector, NodeContext context, CancellationToken cancellationToken)
    {
        if (item.File is not { } file)
        {
            throw new NodeException("FileVariableTypeError", $"{selector} holds what is no file: {SegmentTypes.NameOf(item.Type)}.");
        }

        var stored = await files.FindAsync(RunScope.Of(context), file, cancellationToken);
        if (!documents.Reads(stored.Name))
        {
            throw new NodeException(
                "UnsupportedFileTypeError",
                $"Unsupported Extension Type: .{stored.Extension}. The text of '{stored.Name}' cannot be read; give a document, a table or a text.");
        }

        try
        {
            return await texts.ReadAsync(stored, cancellationToken);
        }
        catch (FaultException ex)
        {
            throw new NodeException("TextExtractionError", $"Failed to extract text from '{stored.Name}': {ex.Fault.Detail}", ex);
        }
    }
}
