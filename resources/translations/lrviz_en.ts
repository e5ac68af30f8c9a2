<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Copying</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/copying.py"/>
        <source>%n line(s), in columns that tabs part.</source>
        <translation>
            <numerusform>%n line, in columns that tabs part.</numerusform>
            <numerusform>%n lines, in columns that tabs part.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/window.py"/>
        <source>%n row(s) of numbers copied</source>
        <translation>
            <numerusform>%n row of numbers copied</numerusform>
            <numerusform>%n rows of numbers copied</numerusform>
        </translation>
    </message>
</context>
</TS>
