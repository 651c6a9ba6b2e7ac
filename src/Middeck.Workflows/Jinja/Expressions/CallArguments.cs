using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Text;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary>What stands in the parentheses of a call.</summary>
/// <param name="Positional">By position.</param>
/// <param name="Named">By name.</param>
/// <param name="Spread"><c>*values</c></param>
/// <param name="SpreadNamed"><c>**values</c></param>
internal sealed record CallArguments(
    Expression[] Positional, KeyValuePair<string, Expression>[] Named, Expression? Spread, Expression? SpreadNamed)
{
    public static CallArguments None { get; } = new([], [], null, null);

    public IEnumerable<Node> Nodes
        => ((Expression?[])[.. Positional, .. Named.Select(pair => pair.Value), Spread, SpreadNamed]).OfType<Node>();

    /// <summary>The values; a caller comes last by name.</summary>
    public Arguments Evaluate(Frame frame, object? caller = null)
    {
        if (Positional.Length == 0 && Named.Length == 0 && Spread is null && SpreadNamed is null && caller is null)
        {
            return Arguments.None;
        }

        var positional = Evaluated.All(Positional, frame);
        List<KeyValuePair<string, object?>>? named = null;
        foreach (var (name, expression) in Named)
        {
            (named ??= []).Add(KeyValuePair.Create(name, expression.Evaluate(frame)));
        }

        if (caller is not null)
        {
            (named ??= []).Add(KeyValuePair.Create("caller", (object?)caller));
        }

        if (Spread?.Evaluate(frame) is { } more)
        {
            positional = [.. positional, .. Iteration.ToList(more, frame.Rendering.Budget)];
        }

        if (SpreadNamed?.Evaluate(frame) is { } mapping)
        {
            AddAll(named ??= [], mapping);
        }

        return new Arguments(positional, named);
    }

    private static void AddAll(List<KeyValuePair<string, object?>> named, object mapping)
    {
        if (mapping is not PyDict dict)
        {
            throw mapping is Undefined undefined ? undefined.Fail()
                : Failures.Type($"argument after ** must be a mapping, not {TypeNames.Of(mapping)}");
        }

        foreach (var (key, value) in dict.Pairs)
        {
            var name = Str.Of(key) ?? throw Failures.Type("keywords must be strings");
            if (named.Exists(pair => pair.Key == name))
            {
                throw Failures.Type($"got multiple values for keyword argument '{name}'");
            }

            named.Add(KeyValuePair.Create(name, value));
        }
    }
}
