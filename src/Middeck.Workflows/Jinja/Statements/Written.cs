using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary>What a block wrote, before filters take it.</summary>
internal static class Written
{
    public static object At(Escaping escaping, Rendering rendering, string text)
        => escaping == Escaping.On || (escaping == Escaping.AtRuntime && rendering.Autoescape) ? new Markup(text) : text;

    /// <summary>What goes into the output as it is; Python joins texts only.</summary>
    public static void Text(Rendering rendering, object? value)
        => rendering.Output.Write(Jinja.Text.Str.Of(value)
            ?? throw Failures.Type($"sequence item: expected str instance, {TypeNames.Of(value)} found"));
}
