using System.Text.Json;
using Middeck.Core;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Chat;
using Middeck.Studio.Files;

namespace Middeck.Studio.Agents;

/// <summary>Tells what is new in the steps of a run that is watched by its row.</summary>
internal sealed class AgentFollower(FileLinks links)
{
    private readonly Dictionary<Guid, string> _told = [];

    public IEnumerable<RunEvent> News(RunRow row)
    {
        foreach (var step in row.Steps)
        {
            foreach (var (call, file) in step.Calls.SelectMany(call => call.Files.Select(file => (call, file))))
            {
                if (IsNew(file.Id, ""))
                {
                    yield return new RunEvent.FileMade(call.Id, links.Show(row.WorkspaceId, file));
                }
            }

            if (IsNew(step.Id, JsonSerializer.Serialize(step, Json.Snake)))
            {
                yield return new RunEvent.Stepped(step);
            }
        }

        foreach (var question in row.Confirmations)
        {
            // What was answered before anybody watched is told by the step.
            if (IsNew(question.Id, question.Status.ToString())
                && (question.Status == ConfirmationStatus.Waiting || _told.ContainsKey(question.CallId)))
            {
                _told[question.CallId] = "";
                yield return new RunEvent.Confirming(question);
            }
        }
    }

    private bool IsNew(Guid id, string state)
    {
        if (_told.GetValueOrDefault(id) == state)
        {
            return false;
        }

        _told[id] = state;
        return true;
    }
}
