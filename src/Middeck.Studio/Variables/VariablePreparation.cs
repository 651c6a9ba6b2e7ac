using System.Text.Json;
using Middeck.Core;
using Middeck.Studio.Answering;

namespace Middeck.Studio.Variables;

/// <summary>Reads the conversation's variables for the prompt.</summary>
internal sealed class VariablePreparation(VariableStore variables) : IPreparation
{
    public async Task PrepareAsync(Turn turn, CancellationToken cancellationToken)
    {
        var definitions = VariableDefinition.Read(turn.Config);
        if (definitions.Count > 0)
        {
            var rows = await variables.EnsureAsync(
                turn.Run.Request.App.WorkspaceId, turn.Run.ConversationId, definitions, cancellationToken);
            turn.Variables = JsonSerializer.SerializeToElement(
                rows.ToDictionary(row => row.Name, row => row.Value), Json.Snake);
        }
    }
}
