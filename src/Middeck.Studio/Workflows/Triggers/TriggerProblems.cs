using Middeck.Core.Errors;
using Middeck.Studio.Apps.Problems;
using Middeck.Studio.Configuration;
using Middeck.Studio.Workflows.Triggers.Schedule;

namespace Middeck.Studio.Workflows.Triggers;

/// <summary>Finds triggers that would never start anything.</summary>
internal static class TriggerProblems
{
    public static IEnumerable<AppProblem> Find(AppConfig config)
    {
        foreach (var trigger in TriggerNode.Of(config).Where(static trigger => trigger.Kind == TriggerKind.Schedule))
        {
            if (FaultOf(trigger) is { } fault)
            {
                yield return new AppProblem(trigger.Node.Id, fault.Code, fault.Detail, IsError: true);
            }
        }
    }

    private static Fault? FaultOf(TriggerNode trigger)
    {
        try
        {
            ScheduleTimes.Of(ScheduleSettings.Read(trigger.Node.Data));
            return null;
        }
        catch (FaultException ex)
        {
            return ex.Fault;
        }
    }
}
