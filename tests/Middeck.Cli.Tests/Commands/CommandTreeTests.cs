using System.CommandLine;
using System.Text.RegularExpressions;
using Middeck.Operations.Home;
using Middeck.Operations.Language;
using Middeck.Testing;

namespace Middeck.Cli.Tests.Commands;

/// <summary>Rules that every command keeps: two languages, examples, JSON, a place in the manual.</summary>
public sealed partial class CommandTreeTests
{
    // They run until they are told to stop, hand the terminal to another program, or answer with a text of its own.
    private static readonly string[] WithoutJson =
    [
        "middeck up", "middeck down", "middeck restart", "middeck logs", "middeck services reload", "middeck services schema",
        "middeck entry nginx", "middeck entry ingress", "middeck serve", "middeck supervise", "middeck dev", "middeck openapi",
        "middeck completion", "middeck db shell",
    ];

    private static readonly string Manual = File.ReadAllText(Path.Combine(Repository.Root, "docs", "cli.md"));

    [Fact]
    public void Every_command_option_and_argument_is_described_in_both_languages()
    {
        var english = Words(Tongue.English).ToList();
        var chinese = Words(Tongue.Chinese).ToList();

        Assert.Equal(english.Select(word => word.Name), chinese.Select(word => word.Name));
        Assert.All(english, word => Assert.True(word.Text?.Length > 0 && !Cjk().IsMatch(word.Text), $"{word.Name}: {word.Text}"));
        Assert.All(chinese, word => Assert.True(
            word.Text is not null && (Cjk().IsMatch(word.Text) || word.Name.EndsWith("--version", StringComparison.Ordinal)),
            $"{word.Name}: {word.Text}"));
    }

    [Fact]
    public void Every_command_that_answers_something_can_answer_in_json_and_stands_in_the_manual()
    {
        // What only programs call is no command of an operator.
        var leaves = Leaves(Root(Tongue.English), "middeck").Where(found => !found.Command.Hidden).ToList();

        Assert.Empty(leaves.Where(found => Known(found.Command).All(option => option.Name != "--json")).Select(found => found.Path).Except(WithoutJson));
        Assert.Empty(leaves.Where(found => !Manual.Contains($"`{found.Path}", StringComparison.Ordinal)).Select(found => found.Path));
    }

    private static IEnumerable<(string Name, string? Text)> Words(Tongue tongue)
        => All(Root(tongue), "middeck").SelectMany(found => new[] { (found.Path, found.Command.Description) }
            .Concat(found.Command.Options.Where(option => option is not VersionOption).Select(option => ($"{found.Path} {option.Name}", option.Description)))
            .Concat(found.Command.Arguments.Select(argument => ($"{found.Path} {argument.Name}", argument.Description))));

    private static IEnumerable<(string Path, Command Command)> All(Command command, string path)
        => command.Subcommands.SelectMany(child => All(child, $"{path} {child.Name}")).Prepend((path, command));

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path)
        => All(command, path).Where(found => found.Command.Subcommands.Count == 0);

    // Its own, and those of its parents that count below them as well.
    private static IEnumerable<Option> Known(Command command)
    {
        for (Symbol? symbol = command; symbol is Command one; symbol = one.Parents.FirstOrDefault())
        {
            foreach (var option in one.Options.Where(option => one == command || option.Recursive))
            {
                yield return option;
            }
        }
    }

    private static RootCommand Root(Tongue tongue) => MiddeckCommand.Create(new CommandContext(
        new MiddeckHome("/nowhere"), new Dictionary<string, string>(), TextWriter.Null, TextWriter.Null, TimeProvider.System)
    {
        Tongue = tongue,
    });

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Cjk();
}
