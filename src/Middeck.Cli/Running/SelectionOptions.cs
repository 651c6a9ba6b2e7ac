using System.CommandLine;
using Middeck.Operations.Language;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Running;

/// <summary>Which services are started: <c>[SERVICE…]</c> and <c>--without</c>.</summary>
internal sealed class SelectionOptions
{
    private readonly Argument<string[]> _services;
    private readonly Option<string[]> _without;

    public SelectionOptions(CommandContext context)
    {
        _services = ServiceArguments.Services(context, new Message(
            "Only these services, and what they need; none: everything that is enabled",
            "只启动这些服务及其依赖；不写则启动全部已启用的服务"));
        _without = new Option<string[]>("--without")
        {
            Description = new Message("Everything but these services", "除这些服务之外全部启动").In(context.Tongue),
            AllowMultipleArgumentsPerToken = true,
        };
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(_services);
        command.Options.Add(_without);
    }

    public SupervisorSelection Read(ParseResult parsed)
        => new(parsed.GetValue(_services) ?? [], parsed.GetValue(_without) ?? []);

    /// <summary>The same for a process of ours.</summary>
    public static IEnumerable<string> ToArguments(SupervisorSelection selection)
        => [.. selection.Only, .. selection.Without.SelectMany(name => new[] { "--without", name })];
}
