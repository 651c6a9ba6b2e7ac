using Middeck.Operations.Environments;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Commands.Environments;

/// <summary>Shows people what a change of the configuration is.</summary>
internal static class EnvironmentPrinter
{
    /// <summary>The difference, and what something stronger than the file keeps as it is.</summary>
    public static void Show(CommandContext context, TextWriter output, EnvironmentPlan plan)
    {
        Show(output, plan.Difference);
        foreach (var overridden in Overridden(context, plan))
        {
            context.Error.WriteLine(EnvMessages.Overridden(overridden).In(context.Tongue));
        }
    }

    /// <summary>The command after which a change counts.</summary>
    public static string Next(CommandContext context)
        => new Installation(context.Home, context.Clock).IsRunning ? "middeck restart" : "middeck up";

    public static void Show(TextWriter output, IEnumerable<DiffLine> lines)
    {
        foreach (var line in lines)
        {
            output.WriteLine($"{line.Sign} {line.Line,4}  {line.Text}");
        }
    }

    public static IReadOnlyList<OverriddenView> Overridden(CommandContext context, EnvironmentPlan plan) =>
    [
        .. EnvironmentSwitch.Overridden(plan, context.Environment)
            .Select(found => new OverriddenView($"{found.Change.Section}.{found.Change.Key}", found.By)),
    ];
}
