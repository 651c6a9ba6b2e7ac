using System.Text;
using Middeck.Workflows.Jinja.Expressions;

namespace Middeck.Workflows.Jinja.Syntax;

/// <summary>Reads names, literals and what stands in brackets.</summary>
internal sealed class PrimaryParser(TokenStream stream, ExpressionParser expressions)
{
    /// <param name="withNamespace">Whether <c>name.attribute</c> is a target of an assignment.</param>
    public Expression Parse(bool withNamespace)
    {
        var token = stream.Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                stream.Next();
                return Name(token, withNamespace);
            case TokenKind.String:
                return Strings();
            case TokenKind.Integer or TokenKind.Float:
                stream.Next();
                return new Constant(token.Value, token.Line);
            case TokenKind.Operator when token.Text == "(":
                stream.Next();
                var tuple = expressions.Tuple(inParentheses: true);
                stream.Expect(")");
                return tuple;
            case TokenKind.Operator when token.Text == "[":
                return List();
            case TokenKind.Operator when token.Text == "{":
                return Dict();
            default:
                throw stream.Fail($"unexpected '{token.Description}'");
        }
    }

    public Expression Several(Func<Expression> one, string? end, bool inParentheses)
    {
        var line = stream.Current.Line;
        List<Expression> items = [];
        var isTuple = false;
        while (true)
        {
            if (items.Count > 0)
            {
                stream.Expect(",");
            }

            if (stream.Current.Kind is TokenKind.VariableEnd or TokenKind.BlockEnd || stream.Is(")") || (end is not null && stream.IsName(end)))
            {
                break;
            }

            items.Add(one());
            if (!stream.Is(","))
            {
                break;
            }

            isTuple = true;
        }

        if (isTuple)
        {
            return new TupleExpression([.. items], line);
        }

        return items.Count > 0 ? items[0]
            : inParentheses ? new TupleExpression([], line)
            : throw stream.Fail($"Expected an expression, got '{stream.Current.Description}'");
    }

    private Expression Name(Token token, bool withNamespace)
    {
        switch (token.Text)
        {
            case "true" or "True":
                return new Constant(true, token.Line);
            case "false" or "False":
                return new Constant(false, token.Line);
            case "none" or "None":
                return new Constant(null, token.Line);
        }

        if (withNamespace && stream.SkipIf("."))
        {
            return new NamespaceTarget(token.Text, stream.Expect(TokenKind.Name).Text, token.Line);
        }

        return new Name(token.Text, token.Line);
    }

    private Constant Strings()
    {
        var first = stream.Next();
        if (stream.Current.Kind != TokenKind.String)
        {
            return new Constant(first.Value, first.Line);
        }

        var joined = new StringBuilder(first.Text);
        while (stream.Current.Kind == TokenKind.String)
        {
            joined.Append(stream.Next().Text);
        }

        return new Constant(joined.ToString(), first.Line);
    }

    private ListExpression List()
    {
        var line = stream.Expect("[").Line;
        List<Expression> items = [];
        while (!stream.Is("]"))
        {
            if (items.Count > 0)
            {
                stream.Expect(",");
            }

            if (stream.Is("]"))
            {
                break;
            }

            items.Add(expressions.Parse());
        }

        stream.Expect("]");
        return new ListExpression([.. items], line);
    }

    private DictExpression Dict()
    {
        var line = stream.Expect("{").Line;
        List<(Expression Key, Expression Value)> items = [];
        while (!stream.Is("}"))
        {
            if (items.Count > 0)
            {
                stream.Expect(",");
            }

            if (stream.Is("}"))
            {
                break;
            }

            var key = expressions.Parse();
            stream.Expect(":");
            items.Add((key, expressions.Parse()));
        }

        stream.Expect("}");
        return new DictExpression([.. items], line);
    }
}
