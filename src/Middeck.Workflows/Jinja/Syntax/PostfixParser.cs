using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Syntax;

/// <summary>Reads what follows a value: attributes, indexes, calls, filters and tests.</summary>
internal sealed class PostfixParser(TokenStream stream, ExpressionParser expressions)
{
    public Expression Members(Expression value)
    {
        while (true)
        {
            if (stream.Is(".") || stream.Is("["))
            {
                value = Member(value);
            }
            else if (stream.Is("("))
            {
                value = Call(value);
            }
            else
            {
                return value;
            }
        }
    }

    public Expression FiltersAndTests(Expression value)
    {
        while (true)
        {
            if (stream.Is("|"))
            {
                value = Filters(value, startsInline: false)!;
            }
            else if (stream.IsName("is"))
            {
                value = Test(value);
            }
            else if (stream.Is("("))
            {
                value = Call(value);
            }
            else
            {
                return value;
            }
        }
    }

    /// <summary>One filter or more; null when there is none.</summary>
    /// <param name="value">What they work on; null for the text of a block.</param>
    /// <param name="startsInline">Whether the first one stands without a bar.</param>
    public Expression? Filters(Expression? value, bool startsInline)
    {
        while (startsInline || stream.Is("|"))
        {
            if (!startsInline)
            {
                stream.Next();
            }

            startsInline = false;
            var token = stream.Expect(TokenKind.Name);
            var name = Dotted(token.Text);
            value = new FilterExpression(value, name, stream.Is("(") ? Parentheses() : CallArguments.None, token.Line);
        }

        return value;
    }

    private CallExpression Call(Expression callee)
    {
        var line = stream.Current.Line;
        return new CallExpression(callee, Parentheses(), line);
    }

    private Expression Member(Expression value)
    {
        var token = stream.Next();
        if (token.Text == ".")
        {
            var member = stream.Next();
            return member.Kind switch
            {
                TokenKind.Name => new AttributeExpression(value, member.Text, token.Line),
                TokenKind.Integer => new ItemExpression(value, new Constant(member.Value, member.Line), token.Line),
                _ => throw Failures.Syntax("expected name or number", member.Line),
            };
        }

        List<Expression> keys = [];
        while (!stream.Is("]"))
        {
            if (keys.Count > 0)
            {
                stream.Expect(",");
            }

            keys.Add(Subscript());
        }

        stream.Expect("]");
        var key = keys.Count == 1 ? keys[0] : new TupleExpression([.. keys], token.Line);
        return key is SliceBounds slice ? new SliceExpression(value, slice, token.Line) : new ItemExpression(value, key, token.Line);
    }

    private Expression Subscript()
    {
        var line = stream.Current.Line;
        Expression? start = null;
        if (!stream.Is(":"))
        {
            start = expressions.Parse();
            if (!stream.Is(":"))
            {
                return start;
            }
        }

        stream.Next();
        var stop = Bound();
        var step = stream.SkipIf(":") ? Bound() : null;
        return new SliceBounds(start, stop, step, line);
    }

    private Expression? Bound() => stream.Is(":") || stream.Is("]") || stream.Is(",") ? null : expressions.Parse();

    private Expression Test(Expression value)
    {
        var line = stream.Next().Line;
        var negated = stream.SkipIfName("not");
        var name = Dotted(stream.Expect(TokenKind.Name).Text);
        var arguments = CallArguments.None;
        if (stream.Is("("))
        {
            arguments = Parentheses();
        }
        else if (stream.Current.Kind is TokenKind.String or TokenKind.Integer or TokenKind.Float || stream.Is("[") || stream.Is("{")
            || (stream.Current.Kind == TokenKind.Name && !stream.IsName("else") && !stream.IsName("or") && !stream.IsName("and")))
        {
            if (stream.IsName("is"))
            {
                throw stream.Fail("You cannot chain multiple tests with is");
            }

            arguments = new CallArguments([Members(expressions.Primary.Parse(withNamespace: false))], [], null, null);
        }

        var test = new TestExpression(value, name, arguments, line);
        return negated ? new NotExpression(test, line) : test;
    }

    private string Dotted(string name)
    {
        while (stream.SkipIf("."))
        {
            name += "." + stream.Expect(TokenKind.Name).Text;
        }

        return name;
    }

    private CallArguments Parentheses()
    {
        var line = stream.Expect("(").Line;
        List<Expression> positional = [];
        List<KeyValuePair<string, Expression>> named = [];
        Expression? spread = null;
        Expression? spreadNamed = null;

        void Ensure(bool condition)
        {
            if (!condition)
            {
                throw Failures.Syntax("invalid syntax for function call expression", line);
            }
        }

        var first = true;
        while (!stream.Is(")"))
        {
            if (!first)
            {
                stream.Expect(",");
                if (stream.Is(")"))
                {
                    break;
                }
            }

            first = false;
            if (stream.Is("*"))
            {
                Ensure(spread is null && spreadNamed is null);
                stream.Next();
                spread = expressions.Parse();
            }
            else if (stream.Is("**"))
            {
                Ensure(spreadNamed is null);
                stream.Next();
                spreadNamed = expressions.Parse();
            }
            else if (stream.Current.Kind == TokenKind.Name && stream.Look.IsOperator("="))
            {
                Ensure(spreadNamed is null);
                var name = stream.Next().Text;
                stream.Next();
                if (named.Exists(pair => pair.Key == name))
                {
                    throw new JinjaException("SyntaxError", $"keyword argument repeated: {name}", line);
                }

                named.Add(KeyValuePair.Create(name, expressions.Parse()));
            }
            else
            {
                Ensure(spread is null && spreadNamed is null && named.Count == 0);
                positional.Add(expressions.Parse());
            }
        }

        stream.Expect(")");
        return new CallArguments([.. positional], [.. named], spread, spreadNamed);
    }
}
