using Middeck.Workflows.Containers;
using Middeck.Workflows.Events;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>The variables that a run has from its beginning, and where writes to them go.</summary>
internal static class RunVariables
{
    public static VariablePool Pool(RunRequest request)
    {
        var pool = new VariablePool();
        pool.Set("sys", request.System);
        pool.Set("env", request.Environment);
        pool.Set("conversation", request.Conversation);
        pool.Set("rag", request.Pipeline);
        foreach (var (node, variables) in request.Preset)
        {
            pool.Set(node, variables);
        }

        return pool;
    }

    public static void Write(GraphRun run, Frame frame, Selector variable, Segment value)
    {
        if (variable.Node != "conversation")
        {
            for (var one = frame; one is not null; one = one.Parent)
            {
                if (one.Owner is { } owner && owner.Execution.Node.Id == variable.Node && owner.Write(variable.Variable, value))
                {
                    return;
                }
            }

            frame.Pool.Set(variable.Node, variable.Variable, value);
            return;
        }

        // An item of an iteration has its own copy; a loop shares that of its surroundings.
        var home = frame;
        while (home is { Parent: { } around, Owner: not IterationRun })
        {
            home = around;
        }

        home.Pool.Set(variable.Node, variable.Variable, value);
        if (home.Owner is null)
        {
            run.Emit(new ConversationVariableChanged(run.Clock.GetUtcNow(), variable.Variable, value));
        }
        else
        {
            home.Written.Add(variable.Variable);
        }
    }
}
