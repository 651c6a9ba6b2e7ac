using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;
using Middeck.Workflows;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Tools;

/// <summary>Which tool a node calls, and with what: <c>tool_parameters</c> and <c>tool_configurations</c> together.</summary>
internal sealed record ToolInputs(ToolReference? Reference, IReadOnlyDictionary<string, ToolInput> Inputs)
{
    public static ToolInputs Read(GraphNode node)
    {
        var inputs = new OrderedDictionary<string, ToolInput>(StringComparer.Ordinal);
        foreach (var section in new[] { "tool_configurations", "tool_parameters" })
        {
            if (node.Data.Member(section) is { ValueKind: JsonValueKind.Object } given)
            {
                foreach (var parameter in given.EnumerateObject())
                {
                    inputs[parameter.Name] = ToolInput.Read(parameter.Value);
                }
            }
        }

        return new ToolInputs(ToolReference.Read(node.Data), inputs);
    }

    /// <summary>The arguments; those without a value are left out where the tool can do without.</summary>
    /// <exception cref="NodeException"><c>ToolParameterError</c>: one that is needed has no value.</exception>
    public IReadOnlyDictionary<string, Segment> Evaluate(JsonElement schema, VariablePool pool)
    {
        var required = ((JsonElement?)schema).Member("required").Texts().ToHashSet();
        var arguments = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var (name, input) in Inputs)
        {
            var value = input.Evaluate(pool);
            if (value is { IsNone: false } && (value.Text is not "" || required.Contains(name)))
            {
                arguments[name] = value;
            }
            else if (required.Contains(name))
            {
                throw new NodeException("ToolParameterError", $"The parameter '{name}' is needed, and what it is to be taken from is not there.");
            }
        }

        return arguments;
    }
}
