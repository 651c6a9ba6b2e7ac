using Middeck.Core.Errors;
using Middeck.Studio.Configuration;
using Middeck.Studio.Workflows.Triggers;

namespace Middeck.Studio.Apps.Problems;

/// <summary>Refuses to publish what cannot run.</summary>
internal static class RunnableGraph
{
    private const int MostNamed = 3;

    /// <exception cref="FaultException"><c>apps.graph_cannot_run</c> with a sentence for each fault, and all of them as <c>problems</c>.</exception>
    public static void Ensure(AppConfig config)
    {
        List<AppProblem> faults = [.. config.Workflow.Problems
            .Where(static problem => problem.IsError)
            .Select(static problem => new AppProblem(problem.NodeId, problem.Code, problem.Detail, IsError: true)),
            .. TriggerProblems.Find(config)];
        if (faults.Count == 0)
        {
            return;
        }

        var named = string.Join(' ', faults.Take(MostNamed).Select(static fault => fault.Message));
        throw new FaultException(new Fault(
            FaultKind.Invalid,
            "apps.graph_cannot_run",
            faults.Count > MostNamed ? $"{named} There are {faults.Count - MostNamed} more faults." : named,
            "config.graph",
            new Dictionary<string, object?> { ["problems"] = faults }));
    }
}
