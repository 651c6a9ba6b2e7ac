using System.Globalization;
using System.Numerics;

namespace Middeck.Studio.Tools.Builtin.Calculator;

/// <summary>
/// Computes an expression such as <c>(1 + 2) * 3 ^ 2 - sqrt(16) / 5%</c> while reading it. Nothing is compiled, and no name
/// means anything but a function or a constant of ours.
/// </summary>
internal sealed class Calculation
{
    private const int Longest = 2_000;
    private const int Deepest = 64;
    private const int MostDigits = 400;

    private readonly string _text;
    private int _at;
    private int _depth;

    private Calculation(string text) => _text = text;

    /// <exception cref="Core.Errors.FaultException">It cannot be read, has no value, or is too large.</exception>
    public static Number Of(string expression)
    {
        if (expression.Length > Longest)
        {
            throw ToolFaults.Argument($"expression may have at most {Longest:N0} characters.");
        }

        var reader = new Calculation(Plain(expression));
        var value = reader.Sum();
        return reader._at == reader._text.Length ? value : throw reader.Unexpected();
    }

    // What people and models write for the same signs; spaces mean nothing.
    private static string Plain(string expression)
        => string.Concat(Answering.TextFold.Of(expression).Where(letter => !char.IsWhiteSpace(letter)))
            .Replace("**", "^", StringComparison.Ordinal)
            .Replace('×', '*').Replace('·', '*').Replace('÷', '/').Replace('−', '-').Replace('–', '-').Replace('、', ',');

    private Number Sum()
    {
        if (++_depth > Deepest)
        {
            throw ToolFaults.Argument($"expression may be nested at most {Deepest} deep.");
        }

        var value = Product();
        while (Take('+', '-') is { } sign)
        {
            value = sign == '+' ? value + Product() : value - Product();
        }

        _depth--;
        return value;
    }

    private Number Product()
    {
        var value = Signed();
        while (Take('*', '/') is { } sign)
        {
            value = sign == '*' ? value * Signed() : value / Signed();
        }

        return value;
    }

    private Number Signed()
    {
        var isNegative = false;
        while (Take('+', '-') is { } sign)
        {
            isNegative ^= sign == '-';
        }

        var value = Power();
        return isNegative ? -value : value;
    }

    private Number Power()
    {
        var value = Postfix();
        if (Take('^') is null)
        {
            return value;
        }

        if (++_depth > Deepest)
        {
            throw ToolFaults.Argument($"expression may be nested at most {Deepest} deep.");
        }

        // From the right: 2^3^2 is 2^9.
        var exponent = Signed();
        _depth--;
        return Number.Power(value, exponent);
    }

    private Number Postfix()
    {
        var value = Single();
        while (true)
        {
            if (Take('!') is not null)
            {
                value = Functions.Factorial(value);
            }
            else if (_at < _text.Length && _text[_at] == '%')
            {
                _at++;
                // Between two numbers it is the rest of a division, at the end a hundredth.
                var isRest = _at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '(' or '.');
                value = isRest ? value % Single() : value / Number.Of(100);
            }
            else
            {
                return value;
            }
        }
    }

    private Number Single()
    {
        if (Take('(') is not null)
        {
            var value = Sum();
            return Take(')') is not null ? value : throw Unexpected();
        }

        if (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.'))
        {
            return Literal();
        }

        var start = _at;
        while (_at < _text.Length && (char.IsLetter(_text[_at])
            || (_at > start && (char.IsAsciiDigit(_text[_at]) || _text[_at] is '_' or '.'))))
        {
            _at++;
        }

        return start == _at ? throw Unexpected() : Named(_text[start.._at].ToLowerInvariant());
    }

    private Number Named(string name)
    {
        // As programs write them: math.sqrt(2).
        name = name[(name.LastIndexOf('.') + 1)..];
        if (Take('(') is null)
        {
            return Functions.Constant(name)
                ?? throw ToolFaults.Argument($"'{name}' is no number; only pi and e have names.");
        }

        var arguments = new List<Number>();
        while (Take(')') is null)
        {
            if (arguments.Count > 0 && Take(',') is null)
            {
                throw Unexpected();
            }

            arguments.Add(Sum());
        }

        return Functions.Call(name, arguments);
    }

    // Digits, a point, an exponent.
    private Number Literal()
    {
        var start = _at;
        var whole = Digits();
        var fraction = Take('.') is null ? "" : Digits();
        if (whole.Length + fraction.Length is 0 or > MostDigits)
        {
            _at = start;
            throw Unexpected();
        }

        var exponent = 0;
        if (_at + 1 < _text.Length && _text[_at] is 'e' or 'E'
            && (char.IsAsciiDigit(_text[_at + 1])
                || (_at + 2 < _text.Length && _text[_at + 1] is '+' or '-' && char.IsAsciiDigit(_text[_at + 2]))))
        {
            _at++;
            var isNegative = Take('+', '-') == '-';
            exponent = int.TryParse(Digits(), CultureInfo.InvariantCulture, out var given) && given <= 1_000
                ? given
                : throw ToolFaults.Argument("A number in the expression is too large to be computed.");
            exponent = isNegative ? -exponent : exponent;
        }

        var digits = BigInteger.Parse(whole + fraction, CultureInfo.InvariantCulture);
        var scale = exponent - fraction.Length;
        return scale >= 0
            ? Number.Of(digits * BigInteger.Pow(10, scale))
            : Number.Of(digits, BigInteger.Pow(10, -scale));
    }

    private string Digits()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private char? Take(params ReadOnlySpan<char> signs)
        => _at < _text.Length && signs.Contains(_text[_at]) ? _text[_at++] : null;

    private Core.Errors.FaultException Unexpected() => ToolFaults.Argument(
        _at < _text.Length
            ? $"The expression cannot be read from '{_text[_at..Math.Min(_text.Length, _at + 20)]}' on."
            : "The expression ends too early.");
}
