using System.Numerics;
using System.Text;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>Integers in other bases.</summary>
internal static class IntegerText
{
    /// <summary>The digits of an integer that is not negative in base 2, 8 or 16.</summary>
    public static string InBase(BigInteger value, int numberBase)
    {
        var shift = BitOperations.Log2((uint)numberBase);
        var digits = new StringBuilder();
        do
        {
            digits.Insert(0, "0123456789abcdef"[(int)(value & (numberBase - 1))]);
            value >>= shift;
        }
        while (!value.IsZero);
        return digits.ToString();
    }
}
