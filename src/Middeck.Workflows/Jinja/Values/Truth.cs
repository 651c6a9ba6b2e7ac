using System.Numerics;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>What counts as true.</summary>
internal static class Truth
{
    public static bool Of(object? value) => value switch
    {
        null => false,
        bool flag => flag,
        string text => text.Length > 0,
        long integer => integer != 0,
        double number => number != 0,
        Undefined => false,
        PyList list => list.Items.Count > 0,
        PyDict dict => dict.Count > 0,
        PyTuple tuple => tuple.Items.Length > 0,
        Markup markup => markup.Text.Length > 0,
        BigInteger big => !big.IsZero,
        PyRange range => range.Count > 0,
        DictView view => view.Dict.Count > 0,
        _ => true,
    };
}
