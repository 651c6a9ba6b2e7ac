using Middeck.Core.Errors;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;

namespace Middeck.Workflows.Nodes;

/// <summary>What has to be known of a human input from outside of a run.</summary>
public static class HumanInputForm
{
    /// <summary>The edges that are taken when nobody answered in time.</summary>
    public const string TimeoutHandle = "__timeout";

    /// <summary>What is wrong with an answer; null when it can be taken.</summary>
    public static Fault? Check(GraphNode node, FormAnswer answer)
    {
        var settings = node.Settings(HumanInputSettings.Read);
        if (answer.ActionId is { } action && !settings.Titles.ContainsKey(action))
        {
            return Fault.Invalid(
                "workflows.unknown_action",
                $"The form has no action '{action}'. It has: {string.Join(", ", settings.Titles.Keys)}.",
                "action");
        }

        var strange = answer.Inputs.Keys.FirstOrDefault(name => settings.Fields.All(field => field.Name != name));
        return strange is null
            ? null
            : Fault.Invalid("workflows.unknown_form_field", $"The form has no field '{strange}'.", $"inputs.{strange}");
    }
}
