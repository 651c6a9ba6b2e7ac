using System.Globalization;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Statements;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>A macro, together with the variables around its definition.</summary>
internal sealed class Macro(MacroBody body, Frame frame) : ICallable, IHasAttributes
{
    public string TypeName => "jinja2.runtime.Macro";

    public object? Attribute(string name) => name switch
    {
        "name" => body.Name,
        "arguments" => new PyTuple([.. body.Parameters]),
        "catch_kwargs" => body.CatchesNamed,
        "catch_varargs" => body.CatchesPositional,
        "caller" => body.HasOwnCaller || (body.TakesCaller && Array.IndexOf(body.Parameters, "caller") >= 0),
        _ => Missing.Value,
    };

    public object? Call(Rendering rendering, Arguments arguments)
    {
        var named = (arguments.Named ?? []).ToList();
        var values = new object?[body.Parameters.Length];
        var given = Math.Min(arguments.Positional.Length, values.Length);
        Array.Copy(arguments.Positional, values, given);
        for (var i = given; i < values.Length; i++)
        {
            values[i] = Take(named, body.Parameters[i]);
        }

        object? caller = null;
        if (body.HasOwnCaller)
        {
            caller = Take(named, "caller");
            caller = caller is null or Missing ? Undefined.Because("No caller defined") : caller;
        }

        if (!body.CatchesNamed && named.Count > 0)
        {
            throw Failures.Type(named.Exists(pair => pair.Key == "caller")
                ? $"macro {Repr.Of(body.Name)} was invoked with two values for the special caller argument. This is most likely a bug."
                : $"macro {Repr.Of(body.Name)} takes no keyword argument {Repr.Of(named[0].Key)}");
        }

        if (!body.CatchesPositional && arguments.Positional.Length > values.Length)
        {
            throw Failures.Type(string.Create(
                CultureInfo.InvariantCulture, $"macro {Repr.Of(body.Name)} takes not more than {values.Length} argument(s)"));
        }

        var text = body.Invoke(
            frame, rendering, values, caller, body.CatchesNamed ? Dict(named) : null,
            body.CatchesPositional ? new PyTuple(arguments.Positional[given..]) : null);
        return rendering.Written(text);
    }

    public override string ToString() => $"<Macro {(body.Name is null ? "anonymous" : Repr.Of(body.Name))}>";

    private static object? Take(List<KeyValuePair<string, object?>> named, string name)
    {
        var at = named.FindIndex(pair => pair.Key == name);
        if (at < 0)
        {
            return Missing.Value;
        }

        var value = named[at].Value;
        named.RemoveAt(at);
        return value;
    }

    private static PyDict Dict(List<KeyValuePair<string, object?>> named)
    {
        var dict = new PyDict();
        foreach (var (key, value) in named)
        {
            dict[key] = value;
        }

        return dict;
    }
}
