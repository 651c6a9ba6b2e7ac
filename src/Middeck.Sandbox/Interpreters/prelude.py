import json, linecache, os, signal, sys, traceback, types


def serve(channel, write=os.write, getpid=os.getpid, leave=os._exit, pause=signal.pause, dumps=json.dumps):
    def read(size):
        parts = []
        while size > 0:
            part = os.read(0, min(size, 1 << 20))
            if not part:
                leave(0)
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    os.set_inheritable(channel, False)
    write(channel, b"R")
    request = json.loads(read(int.from_bytes(read(4), "big")))
    token, limit, own = request["token"].encode(), request["limit"], getpid()
    nothing = os.open("/dev/null", os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    out, err = sys.stdout, sys.stderr

    def send(data):
        # A child that the code forked comes by here too; only the first process speaks.
        if getpid() == own:
            for stream in (sys.stdout, sys.stderr, out, err):
                try:
                    stream.flush()
                except BaseException:
                    pass
            data = token + len(data).to_bytes(4, "big") + data
            while data:
                data = data[write(channel, data):]
            # We are ended as soon as the answer has been read, and how much memory we hold.
            while True:
                pause()
        leave(0)

    def clean(text):
        return text.encode("utf-8", "replace").decode("utf-8")

    def fail(kind, message, trace=""):
        send(dumps({"error": {"kind": kind, "message": clean(message)[:4000], "traceback": clean(trace)[-16000:]}}).encode())

    def plain(value):
        # Numbers and arrays of numpy, series of pandas.
        if hasattr(value, "tolist"):
            return value.tolist()
        raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")

    code = request["code"]
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    linecache.cache["main.py"] = (len(code), None, code.splitlines(True), "main.py")
    try:
        exec(compile(code, "main.py", "exec", dont_inherit=True), module.__dict__)
        main = module.__dict__.get("main")
        if not callable(main):
            fail("program", "The code defines no function main.")
        result = main(**request["inputs"])
        if isinstance(result, types.CoroutineType):
            import asyncio
            result = asyncio.run(result)
    except SystemExit as end:
        fail("exited", f"The code called exit({end.code!r}) before main handed anything back.")
    except MemoryError:
        main = result = None
        module.__dict__.clear()
        fail("memory", "")
    except BaseException as error:
        try:
            said = str(error)
        except BaseException:
            said = ""
        name = type(error).__name__
        steps = error.__traceback__.tb_next if error.__traceback__ else None
        fail("program", f"{name}: {said}" if said else name, "".join(traceback.format_exception(type(error), error, steps)))

    try:
        text = dumps({"result": result}, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=plain)
        try:
            data = text.encode()
        except UnicodeEncodeError:
            data = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    except MemoryError:
        result = None
        fail("memory", "")
    except BaseException as error:
        fail("result", f"What main handed back is no JSON: {error}")
    if len(data) > limit:
        fail("output", f"The result has {len(data)} bytes; at most {limit} are allowed.")
    send(data)


serve(int(sys.argv[1]))
