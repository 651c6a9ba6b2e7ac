using System.Numerics;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>When two keys of a dict are the same, and which values can be keys.</summary>
internal sealed class KeyEquality : IEqualityComparer<object>
{
    private const int MaxKeyItems = 10_000;

    public static KeyEquality Instance { get; } = new();

    /// <summary>Refuses what Python cannot hash, and tuples so large that to compare them takes long.</summary>
    public static void Check(object? key)
    {
        if (key is not (null or string))
        {
            var left = MaxKeyItems;
            Check(key, ref left);
        }
    }

    bool IEqualityComparer<object>.Equals(object? one, object? other) => Same(one, other);

    public int GetHashCode(object key) => Hash(key);

    private static bool Same(object? one, object? other) => (one, other) switch
    {
        (string a, string b) => a == b,
        (PyTuple a, PyTuple b) => a == b || (a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => Same(pair.First, pair.Second))),
        (Markup a, _) => Same(a.Text, other),
        (_, Markup b) => Same(one, b.Text),
        (PyRange a, PyRange b) => a.Count == b.Count && (a.Count == 0 || (a.Start == b.Start && (a.Count == 1 || a.Step == b.Step))),
        (Undefined, Undefined) => true,
        _ => Numbers.Is(one) && Numbers.Is(other) ? Numbers.Same(one!, other!) : ReferenceEquals(one, other),
    };

    private static int Hash(object? key)
    {
        switch (key)
        {
            case string text:
                return text.GetHashCode(StringComparison.Ordinal);
            case Markup markup:
                return Hash(markup.Text);
            case bool flag:
                return (flag ? 1.0 : 0.0).GetHashCode();
            case long integer:
                return ((double)integer).GetHashCode();
            case BigInteger big:
                return ((double)big).GetHashCode();
            case double number:
                return (number + 0.0).GetHashCode();
            case PyTuple tuple:
                var hash = default(HashCode);
                foreach (var item in tuple.Items)
                {
                    hash.Add(Hash(item));
                }

                return hash.ToHashCode();
            case PyRange range:
                return range.Count.GetHashCode();
            case Undefined or null:
                return 7;
            default:
                return System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key);
        }
    }

    private static void Check(object? key, ref int left)
    {
        if (key is PyList or PyDict or DictView)
        {
            throw Failures.Type($"unhashable type: '{TypeNames.Of(key)}'");
        }

        if (--left < 0)
        {
            throw Failures.Limit(FormattableString.Invariant($"A key has more than {MaxKeyItems} items."));
        }

        if (key is PyTuple tuple)
        {
            foreach (var item in tuple.Items)
            {
                Check(item, ref left);
            }
        }
    }
}
