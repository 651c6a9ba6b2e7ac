using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;
using Middeck.Operations.Language;

namespace Middeck.Cli;

/// <summary>Examples under a command's help.</summary>
internal static class CommandExamples
{
    private static readonly ConditionalWeakTable<Command, (string Line, Message What)[]> Table = [];

    /// <summary>Adds examples: the line to type and what it does.</summary>
    public static void AddExamples(this Command command, params (string Line, Message What)[] examples)
        => Table.Add(command, examples);

    /// <summary>The examples of a command.</summary>
    public static IReadOnlyList<(string Line, Message What)> Examples(this Command command)
        => Table.TryGetValue(command, out var examples) ? examples : [];

    /// <summary>Makes the root's <c>--help</c> show them.</summary>
    public static void ShowInHelp(RootCommand root, Tongue tongue)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Description = new Message("Show help and examples", "显示帮助和示例").In(tongue);
            option.Action = new HelpWithExamples((SynchronousCommandLineAction)option.Action!, tongue);
        }
    }

    private sealed class HelpWithExamples(SynchronousCommandLineAction help, Tongue tongue) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = OwnWords.Speak(parseResult.InvocationConfiguration, tongue, () => help.Invoke(parseResult));
            var examples = parseResult.CommandResult.Command.Examples();
            var output = parseResult.InvocationConfiguration.Output;
            if (examples.Count > 0)
            {
                var width = examples.Max(example => example.Line.Length);
                output.WriteLine(new Message("Examples:", "示例：").In(tongue));
                foreach (var (line, what) in examples)
                {
                    output.WriteLine($"  {line.PadRight(width)}  {what.In(tongue)}");
                }

                output.WriteLine();
            }

            return code;
        }
    }
}
