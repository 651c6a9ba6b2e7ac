using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Middeck.Studio.Workflows.Nodes.Extract;

/// <summary>The function that a model calls with what it has found.</summary>
internal sealed class ExtractFunction(JsonElement schema) : AIFunctionDeclaration
{
    public override string Name => "extract_parameters";

    public override string Description => "Takes what was found in the text.";

    public override JsonElement JsonSchema => schema;
}
