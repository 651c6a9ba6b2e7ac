using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Statements;

namespace Middeck.Workflows.Jinja.Syntax;

/// <summary>Reads the statements between <c>{%</c> and <c>%}</c>.</summary>
internal sealed class StatementParser(TokenStream stream, ExpressionParser expressions, TemplateParser template)
{
    /// <summary>The statement; null for a tag that Jinja does not know.</summary>
    public Statement? Parse(Token tag) => tag.Text switch
    {
        "for" => For(),
        "if" => If(),
        "set" => Set(),
        "with" => With(),
        "macro" => Macro(),
        "call" => Call(),
        "filter" => Filter(),
        "print" => Print(),
        "autoescape" => Autoescape(),
        "include" or "import" or "from" or "extends" or "block" => throw Failures.Syntax(
            $"'{tag.Text}' cannot be used here: a template stands alone and knows no other templates.", tag.Line),
        _ => null,
    };

    private ForStatement For()
    {
        var line = stream.Next().Line;
        var target = Target(end: "in");
        stream.ExpectName("in");
        var items = expressions.Tuple(withConditions: false, end: "recursive");
        var test = stream.SkipIfName("if") ? expressions.Parse() : null;
        var recursive = stream.SkipIfName("recursive");
        var body = template.BodyUntil("endfor", "else");
        var otherwise = stream.Next().Text == "endfor" ? [] : Rest("endfor");
        return new ForStatement(target, items, test, body, otherwise, recursive, line);
    }

    private IfStatement If()
    {
        var line = stream.Current.Line;
        List<IfBranch> branches = [];
        while (true)
        {
            var at = stream.Next().Line;
            var test = expressions.Tuple(withConditions: false);
            branches.Add(new IfBranch(test, template.BodyUntil("elif", "else", "endif"), at));
            if (stream.IsName("elif"))
            {
                continue;
            }

            var otherwise = stream.Next().Text == "else" ? Rest("endif") : [];
            return new IfStatement([.. branches], otherwise, line);
        }
    }

    private Statement Set()
    {
        var line = stream.Next().Line;
        var target = Target(withNamespace: true);
        if (stream.SkipIf("="))
        {
            return new SetStatement(target, expressions.Tuple(), line);
        }

        var filters = expressions.Postfix.Filters(null, startsInline: false);
        return new SetBlockStatement(target, filters, Rest("endset"), line);
    }

    private WithStatement With()
    {
        var line = stream.Next().Line;
        List<(Expression Target, Expression Value)> variables = [];
        while (stream.Current.Kind != TokenKind.BlockEnd)
        {
            if (variables.Count > 0)
            {
                stream.Expect(",");
            }

            var target = Target();
            Targets.Mark(target, NameUse.Parameter);
            stream.Expect("=");
            variables.Add((target, expressions.Parse()));
        }

        return new WithStatement([.. variables], Rest("endwith"), line);
    }

    private MacroStatement Macro()
    {
        var line = stream.Next().Line;
        var name = NameOnly();
        var (parameters, defaults) = Signature();
        var body = new MacroBody(name.Text, parameters, defaults, Rest("endmacro"), line);
        return new MacroStatement(name, body, line);
    }

    private CallStatement Call()
    {
        var line = stream.Next().Line;
        var (parameters, defaults) = stream.Is("(") ? Signature() : ([], []);
        var call = expressions.Parse() as CallExpression ?? throw Failures.Syntax("expected call", line);
        var body = new MacroBody(null, parameters, defaults, Rest("endcall"), line);
        return new CallStatement(call, body, line);
    }

    private FilterStatement Filter()
    {
        var line = stream.Next().Line;
        var filters = expressions.Postfix.Filters(null, startsInline: true)!;
        return new FilterStatement(filters, Rest("endfilter"), line);
    }

    private PrintAllStatement Print()
    {
        var line = stream.Next().Line;
        List<PrintStatement> values = [];
        while (stream.Current.Kind != TokenKind.BlockEnd)
        {
            if (values.Count > 0)
            {
                stream.Expect(",");
            }

            values.Add(new PrintStatement(expressions.Parse(), line));
        }

        return new PrintAllStatement([.. values], line);
    }

    private AutoescapeStatement Autoescape()
    {
        var line = stream.Next().Line;
        var value = expressions.Parse();
        return new AutoescapeStatement(value, Rest("endautoescape"), line);
    }

    private Statement[] Rest(string end)
    {
        var body = template.BodyUntil(end);
        stream.Next();
        return body;
    }

    private (Name[] Parameters, Expression[] Defaults) Signature()
    {
        List<Name> parameters = [];
        List<Expression> defaults = [];
        stream.Expect("(");
        while (!stream.Is(")"))
        {
            if (parameters.Count > 0)
            {
                stream.Expect(",");
            }

            var parameter = NameOnly();
            if (parameters.Exists(other => other.Text == parameter.Text))
            {
                throw new JinjaException("SyntaxError", $"duplicate argument '{parameter.Text}' in function definition", parameter.Line);
            }

            parameter.Use = NameUse.Parameter;
            if (stream.SkipIf("="))
            {
                defaults.Add(expressions.Parse());
            }
            else if (defaults.Count > 0)
            {
                throw stream.Fail("non-default argument follows default argument");
            }

            parameters.Add(parameter);
        }

        stream.Expect(")");
        return ([.. parameters], [.. defaults]);
    }

    private Name NameOnly()
    {
        var token = stream.Expect(TokenKind.Name);
        return token.Text is "true" or "false" or "none" or "True" or "False" or "None"
            ? throw Failures.Syntax("can't assign to 'name'", token.Line)
            : new Name(token.Text, token.Line) { Use = NameUse.Store };
    }

    private Expression Target(string? end = null, bool withNamespace = false)
    {
        var target = expressions.Primary.Several(() => expressions.Primary.Parse(withNamespace), end, inParentheses: false);
        Targets.Mark(target, NameUse.Store);
        return target;
    }
}
