using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Running;

/// <summary>The parameters of a filter, test, method or function: the required ones first.</summary>
internal sealed class Signature(string name, int required, params string[] parameters)
{
    /// <summary>The values in the order of the parameters; <see cref="Missing"/> where none was given.</summary>
    public object?[] Bind(Arguments arguments)
    {
        var given = arguments.Positional;
        if (given.Length > parameters.Length)
        {
            throw Failures.Type(FormattableString.Invariant(
                $"{name}() takes at most {parameters.Length} arguments ({given.Length} given)"));
        }

        var values = new object?[parameters.Length];
        given.CopyTo(values, 0);
        Array.Fill(values, Missing.Value, given.Length, values.Length - given.Length);
        foreach (var (key, value) in arguments.Named ?? [])
        {
            var at = Array.IndexOf(parameters, key);
            if (at < 0)
            {
                throw Failures.Type($"{name}() got an unexpected keyword argument '{key}'");
            }

            if (values[at] != Missing.Value)
            {
                throw Failures.Type($"{name}() got multiple values for argument '{key}'");
            }

            values[at] = value;
        }

        for (var i = 0; i < required; i++)
        {
            if (values[i] == Missing.Value)
            {
                throw Lacks([.. parameters[..required].Where((_, at) => values[at] == Missing.Value).Select(one => $"'{one}'")]);
            }
        }

        return values;
    }

    private JinjaException Lacks(string[] missing) => Failures.Type(FormattableString.Invariant(
        $"{name}() missing {missing.Length} required positional argument{(missing.Length == 1 ? "" : "s")}: {string.Join(" and ", missing)}"));
}
