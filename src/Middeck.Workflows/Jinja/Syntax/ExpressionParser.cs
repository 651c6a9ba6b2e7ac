using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Syntax;

/// <summary>Reads expressions, from the operators that bind least to those that bind most.</summary>
internal sealed class ExpressionParser
{
    private readonly TokenStream _stream;
    private readonly PostfixParser _postfix;

    public ExpressionParser(TokenStream stream)
    {
        _stream = stream;
        Primary = new PrimaryParser(stream, this);
        _postfix = new PostfixParser(stream, this);
    }

    public PrimaryParser Primary { get; }

    public PostfixParser Postfix => _postfix;

    public Expression Parse(bool withConditions = true)
    {
        Budget.Room();
        return withConditions ? Condition() : Or();
    }

    /// <summary>One expression, or several with commas between them, which are a tuple.</summary>
    /// <param name="withConditions">Whether <c>a if b</c> is read; a loop has a meaning of its own for the <c>if</c>.</param>
    /// <param name="end">A name that ends it too.</param>
    /// <param name="inParentheses">Whether none at all is the empty tuple.</param>
    public Expression Tuple(bool withConditions = true, string? end = null, bool inParentheses = false)
        => Primary.Several(() => Parse(withConditions), end, inParentheses);

    private Expression Condition()
    {
        var line = _stream.Current.Line;
        var value = Or();
        while (_stream.SkipIfName("if"))
        {
            var test = Or();
            var otherwise = _stream.SkipIfName("else") ? Parse() : null;
            value = new ConditionExpression(test, value, otherwise, line);
            line = _stream.Current.Line;
        }

        return value;
    }

    private Expression Or()
    {
        var left = And();
        while (_stream.SkipIfName("or"))
        {
            left = new LogicExpression(left, And(), isAnd: false, left.Line);
        }

        return left;
    }

    private Expression And()
    {
        var left = Not();
        while (_stream.SkipIfName("and"))
        {
            left = new LogicExpression(left, Not(), isAnd: true, left.Line);
        }

        return left;
    }

    private Expression Not()
    {
        if (!_stream.IsName("not"))
        {
            return Comparison();
        }

        Budget.Room();
        var line = _stream.Next().Line;
        return new NotExpression(Not(), line);
    }

    private Expression Comparison()
    {
        var line = _stream.Current.Line;
        var first = Sum();
        List<(string Sign, Expression Right)> operands = [];
        while (true)
        {
            if (_stream.Current is { Kind: TokenKind.Operator, Text: "==" or "!=" or "<" or "<=" or ">" or ">=" })
            {
                var sign = _stream.Next().Text;
                operands.Add((sign, Sum()));
            }
            else if (_stream.SkipIfName("in"))
            {
                operands.Add(("in", Sum()));
            }
            else if (_stream.IsName("not") && _stream.Look.IsName("in"))
            {
                _stream.Next();
                _stream.Next();
                operands.Add(("not in", Sum()));
            }
            else
            {
                return operands.Count == 0 ? first : new CompareExpression(first, [.. operands], line);
            }
        }
    }

    private Expression Sum()
    {
        var left = Concatenation();
        while (_stream.Current is { Kind: TokenKind.Operator, Text: "+" or "-" })
        {
            var sign = _stream.Next().Text;
            left = new BinaryExpression(left, sign, Concatenation(), left.Line);
        }

        return left;
    }

    private Expression Concatenation()
    {
        var first = Product();
        if (!_stream.Is("~"))
        {
            return first;
        }

        List<Expression> parts = [first];
        while (_stream.SkipIf("~"))
        {
            parts.Add(Product());
        }

        return new ConcatExpression([.. parts], first.Line);
    }

    private Expression Product()
    {
        var left = Power();
        while (_stream.Current is { Kind: TokenKind.Operator, Text: "*" or "/" or "//" or "%" })
        {
            var sign = _stream.Next().Text;
            left = new BinaryExpression(left, sign, Power(), left.Line);
        }

        return left;
    }

    // Unlike Python, Jinja groups a ** b ** c from the left.
    private Expression Power()
    {
        var left = Unary();
        while (_stream.SkipIf("**"))
        {
            left = new BinaryExpression(left, "**", Unary(), left.Line);
        }

        return left;
    }

    private Expression Unary(bool withFilters = true)
    {
        var line = _stream.Current.Line;
        Expression value;
        if (_stream.Current is { Kind: TokenKind.Operator, Text: "-" or "+" })
        {
            Budget.Room();
            var negative = _stream.Next().Text == "-";
            value = new SignExpression(Unary(withFilters: false), negative, line);
        }
        else
        {
            value = Primary.Parse(withNamespace: false);
        }

        value = _postfix.Members(value);
        return withFilters ? _postfix.FiltersAndTests(value) : value;
    }
}
